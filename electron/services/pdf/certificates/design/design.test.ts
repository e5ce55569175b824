import { execFile } from 'node:child_process';
import { mkdtemp, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { drawnByFirst, sampleCertificates } from '../../../../../bench/certificates/sample.ts';
import type { CertificateSnapshot } from '../../../../../shared/domain/certificates/certificate.ts';
import type {
  CertificateDesign,
  DesignElement,
} from '../../../../../shared/domain/certificates/certificate-design.ts';
import { finishedDesigns } from '../../../../../shared/domain/certificates/certificate-designs.ts';
import { printingFonts as fonts } from '../../../../../tests/support/fonts.ts';
import { checkCertificates, type DrawnWith, writeCertificates } from '../certificates.ts';

const run = promisify(execFile);
const quiet = { onPage: () => undefined };
const id = '01990000-0000-7000-8000-000000000001';
const mongolianName = 'ᠴᠡᠴᠡᠭ';
const mongolianBaseName = 'ᠦᠪᠦᠷ ᠮᠣᠩᠭᠣᠯ ᠤᠨ ᠰᠤᠷᠭᠠᠨ ᠬᠦᠮᠦᠵᠢᠯ ᠦᠨ ᠰᠠᠭᠤᠷᠢ';

function designed(about: Partial<CertificateSnapshot> = {}): CertificateSnapshot {
  const [sample] = sampleCertificates(1);
  return { ...sample!, designVersionId: id, mongolianName, mongolianBaseName, ...about };
}

async function printed(design: CertificateDesign, snapshot = designed(), about: Partial<DrawnWith> = {}) {
  const path = join(await mkdtemp(join(tmpdir(), 'design-')), 'out.pdf');
  const means = { ...drawnByFirst, designs: [{ id, design }], ...about };
  await writeCertificates(path, fonts, [{ snapshot, code: 'JX1TEST' }], quiet, means);
  return path;
}

async function textOf(path: string): Promise<string> {
  return (await run('pdftotext', ['-layout', path, '-'])).stdout.replace(/\s/g, '');
}

const check = (design: CertificateDesign, about: Partial<CertificateSnapshot>) =>
  checkCertificates(fonts, [{ snapshot: designed(about), code: 'JX1TEST' }], {
    ...drawnByFirst,
    designs: [{ id, design }],
  })[0];

describe.each(finishedDesigns.map((design) => [design.name, design] as const))('%s', (_, design) => {
  test('is printed on its own paper, readable as text, under 60 KB, the same bytes each time', async () => {
    const [first, again] = [await printed(design), await printed(design)];
    const { stdout } = await run('pdfinfo', [first]);
    const size = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(stdout);
    expect(Math.round((Number(size?.[1]) / 72) * 25.4)).toBe(design.width);
    expect(Math.round((Number(size?.[2]) / 72) * 25.4)).toBe(design.height);
    const text = await textOf(first);
    for (const stated of ['王英明', '150102********1000', 'NMG01-2026-000001', '2026年10月8日'])
      expect(text).toContain(stated);
    expect((await stat(first)).size).toBeLessThan(60 * 1024);
    expect((await readFile(first)).equals(await readFile(again))).toBe(true);
  });

  test('is PDF/A-2b: fonts embedded with their characters, colours defined, tagged, titled, in Chinese', async () => {
    const path = await printed(design);
    const { stdout: about } = await run('pdfinfo', [path]);
    expect(about).toMatch(/^Title: +测绘地理信息新技术研修班$/m);
    expect(about).toMatch(/^Tagged: +yes$/m);
    const bytes = await readFile(path, 'latin1');
    expect(bytes).toMatch(/pdfaid:part>2<[\s\S]*pdfaid:conformance>B</);
    for (const entry of [
      '/OutputIntents [',
      '/DestOutputProfile',
      '/StructTreeRoot',
      '/DisplayDocTitle true',
    ])
      expect(bytes).toContain(entry);
    const { stdout: fonts } = await run('pdffonts', [path]);
    const [, , ...rows] = fonts.trim().split('\n');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes/);
    const { stdout: text } = await run('pdftotext', ['-raw', path, '-']);
    const places = ['王英明', '考核结果', 'NMG01-2026-000001'].map((words) => text.indexOf(words));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThanOrEqual(0);
  });

  test('the longest names fit, smaller', () => {
    const longest = {
      learnerName: '阿拉坦格日勒图·乌力吉那仁朝格图',
      employerName: '内蒙古自治区鄂尔多斯市准格尔旗水土保持和生态环境综合治理工程技术研究推广服务中心',
      classTitle: '自然资源调查监测与生态环境综合治理新技术新方法高级研修班',
      baseName: '内蒙古自治区呼伦贝尔市农牧业和草原生态工程技术专业技术人员继续教育基地',
    };
    expect(check(design, longest)).toEqual([]);
  });
});

describe('what would not come out as it is written is reported, never clipped', () => {
  const [landscape, bilingual, blank] = finishedDesigns as [
    CertificateDesign,
    CertificateDesign,
    CertificateDesign,
  ];

  test('a text that does not fit even at its smallest', () => {
    const [problem] =
      check(landscape, { classTitle: '很长的班名'.repeat(24), employerName: '很长的单位'.repeat(60) }) ?? [];
    expect(problem).toMatch(/放不下，已缩到最小字号/);
  });

  test('characters that no font has, by name; it stops what is printed', async () => {
    expect(check(landscape, { learnerName: '王𪚥' })).toEqual(['字库缺少“𪚥”']);
    await expect(printed(landscape, designed({ learnerName: '王𪚥' }))).rejects.toMatchObject({
      code: 'certificateUnprintable',
      data: { name: '王𪚥', problems: '字库缺少“𪚥”' },
    });
  });

  test('Mongolian words are copied as they were written, and Chinese ones are missing', async () => {
    const path = await printed(bilingual);
    const spans = (await readFile(path, 'latin1')).match(/ActualText <feff[0-9a-f]+>/g) ?? [];
    const said = spans.map((span) => Buffer.from(span.slice(16, -1), 'hex').swap16().toString('utf16le'));
    expect(said).toContain(mongolianName);
    expect(check(bilingual, { mongolianName: '王' })?.[0]).toContain('字库缺少');
  });

  test('on preprinted paper only what is not on it yet is printed, moved as the printer is off', async () => {
    const whole = await textOf(await printed(blank));
    const onBlank = await textOf(await printed(blank, designed(), { onBlank: true }));
    expect([whole.includes('结业证书'), onBlank.includes('结业证书')]).toEqual([true, false]);
    expect(onBlank).toContain('NMG01-2026-000001');
    const place = { ...drawnByFirst.place, dx: 10, dy: -5 };
    const boxOf = async (path: string) => {
      const { stdout } = await run('pdftotext', ['-bbox', path, '-']);
      const found = /xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>编号：NMG01/.exec(stdout);
      return [Number(found?.[1]), Number(found?.[2])];
    };
    const [x = 0, y = 0] = await boxOf(await printed(blank));
    const [movedX = 0, movedY = 0] = await boxOf(await printed(blank, designed(), { place }));
    expect(((movedX - x) / 72) * 25.4).toBeCloseTo(10, 1);
    expect(((movedY - y) / 72) * 25.4).toBeCloseTo(-5, 1);
  });
});

describe('paper and printing', () => {
  const [landscape] = finishedDesigns as [CertificateDesign];
  const sizesOf = async (path: string) =>
    [
      ...(await run('pdfinfo', ['-f', '1', '-l', '9', path])).stdout.matchAll(/size:\s+([\d.]+) x ([\d.]+)/g),
    ].map(([, width, height]) => [width, height].map((points) => Math.round((Number(points) / 72) * 25.4)));

  test('a design with a back is printed on both sides, turned over as the printer does', async () => {
    const text = landscape.elements.find(({ kind }) => kind === 'text') as DesignElement;
    const back = [{ ...text, id: 'back', text: '学时说明：{学时说明}' } as DesignElement];
    const place = { ...drawnByFirst.place, flip: 'shortEdge' as const };
    const path = await printed({ ...landscape, back }, designed(), { place });
    expect(await sizesOf(path)).toEqual([
      [297, 210],
      [297, 210],
    ]);
    const { stdout: second } = await run('pdftotext', ['-f', '2', path, '-']);
    expect(second.replace(/\s/g, '')).toBe('学时说明：共计16学时，其中公需科目4学时、专业科目12学时');
    const bytes = await readFile(path, 'latin1');
    expect(bytes).toContain('/Duplex /DuplexFlipShortEdge');
    expect(bytes.split('/JXProof').length - 1).toBe(1);
  });

  test('one side asks for simplex, in its own size, and not to be fitted to the margins', async () => {
    const bytes = await readFile(await printed(landscape), 'latin1');
    for (const wish of ['/Duplex /Simplex', '/PrintScaling /None', '/PickTrayByPDFSize true'])
      expect(bytes).toContain(wish);
  });

  test('a small certificate goes to the upper left of a larger sheet, turned as it is', async () => {
    const small = { ...landscape, width: 210, height: 148 };
    const place = { ...drawnByFirst.place, paper: 'a4' as const };
    expect(await sizesOf(await printed(small, designed(), { place }))).toEqual([[297, 210]]);
  });

  test('one that is printed again says how often, where that is asked for', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'design-')), 'out.pdf');
    const means = { ...drawnByFirst, designs: [{ id, design: landscape }] };
    await writeCertificates(
      path,
      fonts,
      [{ snapshot: designed(), code: 'JX1TEST', reprint: 1 }],
      quiet,
      means,
    );
    const { stdout } = await run('pdftotext', ['-raw', path, '-']);
    expect(stdout.replace(/\s/g, '')).toContain('补打第2次');
    expect(await textOf(await printed(landscape))).not.toContain('补打');
  });
});
