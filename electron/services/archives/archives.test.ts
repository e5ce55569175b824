import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildIfStale } from '../../../build/build.ts';
import type { VolumeItem, VolumeRequest } from '../../../shared/contract/archives.ts';
import type { PrintedDocument } from '../../../shared/contract/printed-document.ts';
import type { BoundVolume } from '../../../shared/domain/teaching/filing.ts';
import { readManifest } from '../../../shared/exchange/archive/manifest.ts';
import { printingFonts } from '../../../tests/support/fonts.ts';
import { idleJob } from '../../../tests/support/idle-job.ts';
import { inspectorOf } from '../../../tests/support/inspector.ts';
import { noisePng, pdfOf } from '../../../tests/support/pdf-files.ts';
import { Attachments } from '../attachments/attachments.ts';
import { Keyring } from '../keys/keyring.ts';
import { type PdfThread, pdfThread } from '../pdf/tasks.ts';
import { Thread } from '../threads/thread.ts';
import { writePackage } from './archive-package.ts';
import { Archives } from './archives.ts';
import { filesAt, inspectFiles } from './inspect-package.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');
const workers = join(root, 'dist/electron');

let folder = '';
let attachments: Attachments;
let archives: Archives;
let printer: PdfThread;
let request: VolumeRequest;
let bound: BoundVolume;
let volumePath = '';

function documentSaying(title: string, lines: number): PrintedDocument {
  return {
    title,
    author: '示例基地',
    footer: title,
    createdOn: '2026-11-25',
    landscape: false,
    blocks: [
      { kind: 'title', text: title },
      ...Array.from({ length: lines }, (_, index) => ({
        kind: 'paragraph' as const,
        text: `第${index + 1}行`,
        indented: false,
      })),
    ],
  };
}

async function attached(name: string, content: Buffer): Promise<VolumeItem> {
  return { kind: 'attachment', name, file: await attachments.keep(name, content) };
}

beforeAll(async () => {
  await buildIfStale();
  folder = await mkdtemp(join(tmpdir(), 'archives-'));
  const keyring = new Keyring(folder);
  await keyring.found({ id: '019ab000-0000-7000-8000-000000000001', name: '周老师' }, 'correct horse');
  attachments = new Attachments(join(folder, 'attachments'), keyring, inspectorOf(workers));
  printer = new Thread(join(workers, 'pdf-worker.mjs'), pdfThread, printingFonts);
  archives = new Archives(attachments, printer);
  const item = (title: string, lines: number): VolumeItem => ({
    kind: 'document',
    title,
    document: documentSaying(title, lines),
  });
  request = {
    kind: 'volume',
    number: 'DJD-2026-0001',
    baseName: '示例市专业技术人员继续教育基地',
    classNumber: '2026-01',
    classTitle: '知识更新培训班',
    facts: [{ label: '班号', text: '2026-01' }],
    filedOn: '2026-11-25',
    filedBy: '管理员',
    reason: '',
    keptUntilYear: 2036,
    gaps: [{ part: 'photos', title: '照片', reason: '没有拍照' }],
    parts: [
      { id: 'timetable', title: '课程表', note: '', items: [item('课程表', 60)] },
      {
        id: 'attendance',
        title: '签到和考勤',
        note: '',
        items: [item('考勤登记', 3), await attached('签到 扫描.pdf', await pdfOf(200, 'scan', new Set([7])))],
      },
      { id: 'photos', title: '照片', note: '缺：没有拍照', items: [] },
      {
        id: 'summary',
        title: '培训总结',
        note: '',
        items: [
          await attached('现场.png', noisePng(300, 200)),
          await attached('总结😀.docx', Buffer.from('PK not really')),
          await attached('坏的.pdf', Buffer.from('%PDF-1.7 broken')),
        ],
      },
    ],
    sheets: [{ name: '学员', rows: [['姓名'], ['=1+1']] }],
  };
  bound = await archives.bind(request, idleJob);
  volumePath = join(folder, 'volume.pdf');
  await writeFile(volumePath, await archives.read(bound.volume.hash, ''));
}, 120_000);

afterAll(() => printer.close());

async function textOfPage(page: number): Promise<string> {
  return (await run('pdftotext', ['-f', String(page), '-l', String(page), volumePath, '-'])).stdout;
}

describe('a bound volume', () => {
  test('has every thing in order; each page bears the number the contents give it', async () => {
    const items = bound.parts.flatMap(({ items: own }) => own);
    expect(items.map(({ title, pages }) => [title, pages])).toEqual([
      ['课程表', expect.any(Number)],
      ['考勤登记', 1],
      ['签到 扫描.pdf', 200],
      ['现场.png', 1],
      ['总结□.docx', 1],
      ['坏的.pdf', 1],
    ]);
    let next = 1;
    for (const { firstPage, pages } of items) {
      expect(firstPage).toBe(next);
      next += pages;
    }
    const leading = bound.volume.pages - (next - 1);
    const scan = items[2]!;
    for (const at of [1, 7, 200]) {
      const text = await textOfPage(leading + scan.firstPage + at - 1);
      expect(text).toContain(`scan ${at}`);
      expect(text.split(/\s+/)).toContain(String(scan.firstPage + at - 1));
    }
    const contents = await textOfPage(2);
    for (const { title, firstPage } of items) {
      expect(contents).toContain(title);
      expect(contents.split(/\s+/)).toContain(String(firstPage));
    }
    expect(contents).toContain('缺：没有拍照');
  });

  test('opens in poppler and MuPDF, with the same bookmarks at the same pages', async () => {
    const info = await run('pdfinfo', [volumePath]);
    expect(info.stdout).toMatch(new RegExp(`Pages:\\s+${bound.volume.pages}\\b`));
    expect(info.stderr).toBe('');
    const outline = (await run('mutool', ['show', volumePath, 'outline'])).stdout;
    const marks = [...outline.matchAll(/"(.*)"\s+#page=(\d+)/g)].map((match) => [match[1], Number(match[2])]);
    const all = bound.parts.flatMap(({ items }) => items);
    const leading = bound.volume.pages - all.reduce((sum, { pages }) => sum + pages, 0);
    expect(marks).toEqual([
      ['封面', 1],
      ['卷内目录', 2],
      ...bound.parts.flatMap(({ title, items }, index) => {
        const at = ({ firstPage }: { firstPage: number }) => leading + firstPage;
        const [first] = items;
        if (!first) return [];
        return [[`${index + 1} ${title}`, at(first)], ...items.map((item) => [item.title, at(item)])];
      }),
    ]);
    const drawn = await run('mutool', ['draw', '-q', '-r', '20', '-o', '/dev/null', volumePath, '1-5']);
    expect(drawn.stderr.replace('warning: ICC support is not available\n', '')).toBe('');
  });

  test('bound again of the same things is the same file', async () => {
    const again = await archives.bind(request, idleJob);
    expect(again.volume).toEqual(bound.volume);
  });

  test('is refused where an attachment is no longer there', async () => {
    const gone: VolumeRequest = structuredClone(request);
    const item = gone.parts[1]!.items[1]!;
    if (item.kind === 'attachment') item.file.hash = '0'.repeat(64);
    await expect(archives.bind(gone, idleJob)).rejects.toMatchObject({
      code: 'fileMissing',
    });
  });
});

describe('verify', () => {
  test('finds what was filed whole', async () => {
    const { finding } = await archives.verify(bound.manifest);
    expect(finding).toMatchObject({ isWhole: true });
    expect(finding?.files).toHaveLength(6);
  });

  test('finds every byte changed of any part, wherever it lies', async () => {
    const manifest = readManifest((await archives.read(bound.manifest.hash, '')).toString())!;
    const hashes = [bound.manifest, manifest.volume, manifest.data, ...manifest.attachments].map(
      ({ hash }) => hash,
    );
    for (const hash of hashes) {
      const path = join(folder, 'attachments', `${hash}.sealed`);
      const sealed = await readFile(path);
      const offsets = [0, 11, 12, sealed.length - 1, sealed.length - 17];
      for (let step = 1; step < 20; step += 1) offsets.push(Math.floor((sealed.length * step) / 20));
      for (const at of offsets) {
        const broken = Buffer.from(sealed);
        broken[at] = broken[at]! ^ (1 << (at % 8));
        await writeFile(path, broken);
        const { finding, problem } = await archives.verify(bound.manifest);
        expect(finding?.isWhole !== true || problem !== '').toBe(true);
        if (finding) expect(finding.files.filter(({ state }) => state !== 'whole').length).toBeGreaterThan(0);
      }
      await writeFile(path, sealed);
    }
    expect((await archives.verify(bound.manifest)).finding?.isWhole).toBe(true);
  });
});

describe('an exported volume', () => {
  const work = () => ({
    manifests: [bound.manifest],
    catalogue: { name: '目录', rows: [['案卷号'], ['DJD-2026-0001']] },
  });

  test('as a folder opens without the app, and each file is compared', async () => {
    const path = join(folder, '导出');
    await writePackage(path, 'folder', archives, work(), idleJob);
    expect((await readdir(path)).sort()).toEqual(['DJD-2026-0001 知识更新培训班', '目录.xlsx']);
    const inside = join(path, 'DJD-2026-0001 知识更新培训班');
    expect((await readdir(join(inside, '附件'))).sort()).toEqual([
      '02 签到和考勤 1 签到 扫描.pdf',
      '04 培训总结 1 现场.png',
      '04 培训总结 2 总结😀.docx',
      '04 培训总结 3 坏的.pdf',
    ]);
    await writeFile(join(inside, '多余.txt'), '');
    const { files, zip } = await filesAt(path);
    expect(await inspectFiles(files, zip)).toMatchObject({
      findings: [{ isWhole: true }],
      extra: ['DJD-2026-0001 知识更新培训班/多余.txt'],
      isOriginal: null,
    });
  });

  test('as a zip is whole; any byte changed in it is found', async () => {
    const path = join(folder, '案卷.zip');
    await writePackage(path, 'zip', archives, work(), idleJob);
    const { files, zip } = await filesAt(path);
    expect(await inspectFiles(files, zip)).toMatchObject({
      findings: [{ isWhole: true }],
      isOriginal: true,
      extra: [],
    });
    const whole = await readFile(path);
    for (let step = 0; step <= 60; step += 1) {
      const broken = Buffer.from(whole);
      const at = Math.min(broken.length - 1, Math.floor((broken.length * step) / 60));
      broken[at] = broken[at]! ^ 4;
      await writeFile(path, broken);
      const seen = await filesAt(path)
        .then((found) => inspectFiles(found.files, found.zip))
        .then(
          ({ findings, isOriginal }) => isOriginal === true && findings.every(({ isWhole }) => isWhole),
          () => false,
        );
      expect(seen).toBe(false);
    }
  });
});
