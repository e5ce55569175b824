import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawnByFirst, firstDesignId } from '../../../../bench/certificates/sample.ts';
import type { CertificateSnapshot } from '../../../../shared/domain/certificates/certificate.ts';
import { firstDesign } from '../../../../shared/domain/certificates/first-design.ts';
import { coded } from '../../../../tests/support/coded.ts';
import { printingFonts as fonts } from '../../../../tests/support/fonts.ts';
import { writeCertificates } from './certificates.ts';

const run = promisify(execFile);
const quiet = { onPage: () => undefined };

const snapshot: CertificateSnapshot = {
  designVersionId: firstDesignId,
  proof: { generation: 1 },
  number: 'NMG01-2026-000037',
  baseName: '内蒙古自治区工程技术继续教育基地',
  approvalNumber: '内人社发〔2018〕12号',
  learnerName: '额尔敦·朝鲁',
  documentKind: '居民身份证',
  documentNumber: '150102********1230',
  employerName: '内蒙古自治区地质调查院',
  classNumber: '2026-03',
  classTitle: '测绘地理信息新技术研修班',
  startDate: '2026-09-05',
  endDate: '2026-09-26',
  years: [{ year: 2026, general: 4, professional: 12 }],
  generalHours: 4,
  professionalHours: 12,
  result: '86 分（合格）',
  issueDate: '2026-10-08',
  replaces: null,
  photo: null,
  mongolianName: '',
  mongolianBaseName: '',
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'certificates-'));
});

async function textOf(path: string): Promise<string> {
  const { stdout } = await run('pdftotext', ['-layout', path, '-']);
  return stdout.replace(/\s/g, '');
}

describe('writeCertificates', () => {
  test('states all it must, readable as text', async () => {
    const path = join(folder, 'one.pdf');
    expect(await writeCertificates(path, fonts, coded(snapshot), quiet, drawnByFirst)).toBe(1);
    const text = await textOf(path);
    for (const stated of [
      '内蒙古自治区工程技术继续教育基地',
      '额尔敦·朝鲁',
      '150102********1230',
      '2026年9月5日至9月26日',
      '内人社发〔2018〕12号',
      '内蒙古自治区地质调查院',
      '测绘地理信息新技术研修班',
      '班号：2026-03',
      '扫码验证真伪',
      '共计16学时，其中公需科目4学时、专业科目12学时',
      '86分（合格）',
      'NMG01-2026-000037',
      '2026年10月8日',
    ]) {
      expect(text).toContain(stated);
    }
  });

  test('says so where it corrects another, and where it is printed again', async () => {
    const path = join(folder, 'again.pdf');
    const [certificate] = coded({ ...snapshot, replaces: 'NMG01-2026-000011' });
    await writeCertificates(path, fonts, [{ ...certificate!, reprint: 2 }], quiet, drawnByFirst);
    const { stdout } = await run('pdftotext', ['-raw', path, '-']);
    expect(stdout.replace(/\s/g, '')).toContain('补打第3次');
    expect(await textOf(path)).toContain('本证书更正并替代原证书：NMG01-2026-000011');
    await writeCertificates(path, fonts, coded(snapshot), quiet, drawnByFirst);
    expect(await textOf(path)).not.toMatch(/替代|补打/);
  });

  test('says the name in Mongolian beside it, where there is one', async () => {
    const path = join(folder, 'mongolian.pdf');
    const saidIn = async (mongolianName: string) => {
      await writeCertificates(path, fonts, coded({ ...snapshot, mongolianName }), quiet, drawnByFirst);
      const spans = (await readFile(path, 'latin1')).match(/ActualText <feff[0-9a-f]+>/g) ?? [];
      return spans.map((span) => Buffer.from(span.slice(16, -1), 'hex').swap16().toString('utf16le'));
    };
    expect(await saidIn('ᠡᠷᠳᠡᠨᠢ')).toEqual(['ᠡᠷᠳᠡᠨᠢ']);
    expect(await saidIn('')).toEqual([]);
  });

  test('50 × 50 mm over issuer and date stay free for the seal', async () => {
    const path = join(folder, 'seal.pdf');
    await writeCertificates(path, fonts, coded(snapshot), quiet, drawnByFirst);
    const seal = firstDesign.elements.find(({ kind }) => kind === 'seal')!;
    expect([seal.width, seal.height]).toEqual([50, 50]);
    const points = (millimetres: number) => (millimetres / 25.4) * 72;
    const { stdout } = await run('pdftotext', ['-bbox', path, '-']);
    const words = [
      ...stdout.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g),
    ];
    const covered = words.filter(
      ([, left, top, right, bottom]) =>
        Number(left) < points(seal.x + seal.width) &&
        Number(right) > points(seal.x) &&
        Number(top) < points(seal.y + seal.height) &&
        Number(bottom) > points(seal.y),
    );
    expect(covered.map(([, , , , , word]) => word)).toEqual([
      '（盖章）',
      '内蒙古自治区工程技术继续教育基地',
      '2026年10月8日',
    ]);
  });

  test('hours over New Year are stated by year', async () => {
    const path = join(folder, 'years.pdf');
    const years = [
      { year: 2026, general: 0, professional: 1 },
      { year: 2027, general: 0, professional: 1 },
    ];
    await writeCertificates(
      path,
      fonts,
      coded({ ...snapshot, years, generalHours: 0, professionalHours: 2 }),
      quiet,
      drawnByFirst,
    );
    expect(await textOf(path)).toContain('2026年度公需0学时、专业1学时；2027年度公需0学时、专业1学时');
  });

  test('a reprint is the same file, byte for byte', async () => {
    const paths = ['first.pdf', 'again.pdf'].map((name) => join(folder, name));
    for (const path of paths) await writeCertificates(path, fonts, coded(snapshot), quiet, drawnByFirst);
    const [first, again] = await Promise.all(paths.map((path) => readFile(path)));
    expect(first?.equals(again!)).toBe(true);
  });

  test('a character the fonts lack stops it with the name and the character, and leaves no file', async () => {
    const path = join(folder, 'missing.pdf');
    const missing = { ...snapshot, learnerName: '王𠮷𪚥' };
    await expect(
      writeCertificates(path, fonts, coded(snapshot, missing), quiet, drawnByFirst),
    ).rejects.toMatchObject({
      code: 'certificateUnprintable',
      data: { name: '王𠮷𪚥', problems: '字库缺少“𠮷𪚥”' },
    });
    expect((await readdir(folder)).filter((name) => name.startsWith('missing'))).toEqual([]);
  });

  test('cancelled half way, it leaves no file', async () => {
    const many = coded(...Array.from({ length: 100 }, () => snapshot));
    const stop = {
      onPage(done: number) {
        if (done >= 40) throw new Error('stop');
      },
    };
    await expect(
      writeCertificates(join(folder, 'cancelled.pdf'), fonts, many, stop, drawnByFirst),
    ).rejects.toThrow('stop');
    expect((await readdir(folder)).filter((name) => name.startsWith('cancelled'))).toEqual([]);
  });

  test('a folder that can not be written is said so', async () => {
    await expect(
      writeCertificates('/proc/none/c.pdf', fonts, coded(snapshot), quiet, drawnByFirst),
    ).rejects.toMatchObject({
      code: 'diskFailure',
    });
  });

  test('the longest names stay on the page', async () => {
    const path = join(folder, 'long.pdf');
    const long = {
      ...snapshot,
      baseName: '内蒙古自治区呼伦贝尔市农牧业和草原生态工程技术专业技术人员继续教育基地',
      classTitle: '自然资源调查监测与生态环境综合治理新技术新方法高级研修班'.repeat(2),
      employerName: '内蒙古自治区鄂尔多斯市准格尔旗水土保持和生态环境综合治理工程技术研究推广服务中心',
    };
    await writeCertificates(path, fonts, coded(long), quiet, drawnByFirst);
    const { stdout } = await run('pdftotext', ['-bbox', path, '-']);
    const edges = [...stdout.matchAll(/xMax="([\d.]+)" yMax="([\d.]+)"/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    expect(edges.length).toBeGreaterThan(10);
    expect(edges.every(([x, y]) => x! < 841.89 - 40 && y! < 595.28 - 40)).toBe(true);
    expect(await textOf(path)).toContain('特发此证。');
  });
});
