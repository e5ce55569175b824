import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode, encode } from 'fast-png';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildIfStale } from '../../../build/build.ts';
import { idleJob } from '../../../tests/support/idle-job.ts';
import { inspectorOf } from '../../../tests/support/inspector.ts';
import { noisePng, pdfOf } from '../../../tests/support/pdf-files.ts';
import { Keyring } from '../keys/keyring.ts';
import { Attachments } from './attachments.ts';
import { readWhole, ScannerFolder } from './scanner-folder.ts';

const workers = join(import.meta.dirname, '../../../dist/electron');

let folder = '';
let attachments: Attachments;

beforeAll(() => buildIfStale(), 120_000);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attachments-'));
  const keyring = new Keyring(folder);
  await keyring.found({ id: '019ab000-0000-7000-8000-000000000001', name: '周老师' }, 'correct horse');
  attachments = new Attachments(join(folder, 'attachments'), keyring, inspectorOf(workers));
});

describe('a file that is attached', () => {
  test('a PDF is known with its pages, its text is found, its first page is seen; nothing lies in clear', async () => {
    const pdf = await pdfOf(12, 'Quarterly  Report');
    const kept = await attachments.keep('报告.pdf', pdf);
    expect(kept).toMatchObject({ kind: 'pdf', type: 'application/pdf', pages: 12, bytes: pdf.length });
    expect((await attachments.read(kept.hash)).equals(pdf)).toBe(true);
    expect(await attachments.search('quarterlyreport 12', [kept.hash])).toEqual([kept.hash]);
    expect(await attachments.search('Report 13', [kept.hash])).toEqual([]);
    const picture = decode((await attachments.thumbnail(kept.hash))!);
    expect([Math.abs(picture.height - 220) <= 1, picture.channels]).toEqual([true, 3]);
    for (const name of await readdir(join(folder, 'attachments'), { recursive: true })) {
      if (!name.endsWith('.sealed')) continue;
      const sealed = await readFile(join(folder, 'attachments', name));
      expect([sealed.includes('%PDF'), sealed.includes('Report'), sealed.includes('PNG')]).toEqual([
        false,
        false,
        false,
      ]);
    }
  });

  test('a picture is one page, its colours as they are', async () => {
    const kept = await attachments.keep('照片.pdf', noisePng(80, 40));
    expect(kept).toMatchObject({ kind: 'image', type: 'image/png', pages: 1 });
    expect(decode((await attachments.thumbnail(kept.hash))!).width).toBeGreaterThan(220);
    const pixels = new Uint8Array(48).map((_, at) => (at % 3 ? 20 : 200));
    const red = encode({ width: 4, height: 4, channels: 3, data: pixels });
    const { hash } = await attachments.keep('红.png', Buffer.from(red));
    const { width, height, data } = decode((await attachments.thumbnail(hash))!);
    const middle = (Math.floor(height / 2) * width + Math.floor(width / 2)) * 3;
    expect([...data.subarray(middle, middle + 3)]).toEqual([200, 20, 20]);
  });

  test('a picture or text that is gone is made again from the file', async () => {
    const { hash } = await attachments.keep('报告.pdf', await pdfOf(1, 'again'));
    await rm(join(folder, 'attachments/derived'), { recursive: true });
    expect(await attachments.thumbnail(hash)).not.toBeNull();
    expect(await attachments.search('again', [hash])).toEqual([hash]);
  });

  test.each([
    ['a damaged PDF', Buffer.from('%PDF-1.7 but nothing behind it'), 'pdf'],
    ['half a PNG', noisePng(40, 40).subarray(0, 60), 'image'],
    ['what we know nothing of', Buffer.from('PK\u0003\u0004'), 'other'],
  ])('%s is kept, but has no pages to bind', async (_, content, kind) => {
    const kept = await attachments.keep('件', content);
    expect(kept).toMatchObject({ kind, pages: null });
    expect((await attachments.read(kept.hash)).equals(content)).toBe(true);
  });

  test('an empty one is refused, and one too large', async () => {
    await expect(attachments.keep('空.pdf', Buffer.alloc(0))).rejects.toMatchObject({
      code: 'attachmentEmpty',
    });
    const large = Buffer.alloc(61 * 1024 * 1024);
    await expect(attachments.keep('大.bin', large)).rejects.toMatchObject({ code: 'attachmentTooLarge' });
    expect(await readdir(join(folder, 'attachments')).catch(() => [])).toEqual([]);
  });
});

describe('the scanner’s folder', () => {
  let scans = '';
  let scanner: ScannerFolder;
  beforeEach(async () => {
    scans = join(folder, '扫描');
    await mkdir(scans);
    scanner = new ScannerFolder(folder, attachments);
  });

  test('a file is whole or refused: gone while it is read, or written to', async () => {
    const path = join(scans, '大.bin');
    await writeFile(path, Buffer.alloc(40 * 1024 * 1024, 1));
    expect((await readWhole(path, '大.bin')).length).toBe(40 * 1024 * 1024);
    const vanishing = expect(readWhole(path, '大.bin')).rejects.toMatchObject({ code: 'attachmentVanished' });
    await rm(path);
    await vanishing;
    await writeFile(path, Buffer.alloc(40 * 1024 * 1024, 1));
    let isOver = false;
    const changing = expect(readWhole(path, '大.bin'))
      .rejects.toMatchObject({ code: 'attachmentVanished' })
      .finally(() => {
        isOver = true;
      });
    // A scanner goes on writing while it is read.
    while (!isOver) await appendFile(path, 'x');
    await changing;
  });

  test('good files are taken, each other is named; what was set aside is not offered again, nor lost', async () => {
    expect(await scanner.describe()).toEqual({ folder: null, failure: null, files: [] });
    await scanner.setFolder(scans);
    await writeFile(join(scans, '好的.pdf'), await pdfOf(2, 'good'));
    await writeFile(join(scans, '空的.pdf'), '');
    await writeFile(join(scans, '.隐藏'), 'x');
    await mkdir(join(scans, '文件夹'));
    expect((await scanner.describe()).files.map(({ name }) => name).sort()).toEqual(['好的.pdf', '空的.pdf']);
    const names = ['好的.pdf', '空的.pdf', '没有的.pdf', '../keys.json', 'a/b.pdf'];
    const taken = await scanner.take(names, idleJob);
    expect(taken.map((one) => (one.ok ? one.file.pages : one.refusal.code))).toEqual([
      2,
      'attachmentEmpty',
      'attachmentVanished',
      'attachmentVanished',
      'attachmentVanished',
    ]);
    await scanner.setAside(['好的.pdf', '../keys.json']);
    expect((await scanner.describe()).files.map(({ name }) => name)).toEqual(['空的.pdf']);
    await writeFile(join(scans, '好的.pdf'), await pdfOf(3, 'another of that name'));
    await scanner.setAside(['好的.pdf']);
    expect(await readdir(join(scans, '已收入档案'))).toHaveLength(2);
    expect(await readdir(folder)).toContain('keys.json');
  });

  test('a folder that is not there is refused, or said when it is gone later', async () => {
    await expect(scanner.setFolder(join(folder, 'nowhere'))).rejects.toMatchObject({
      code: 'scannerFolderMissing',
    });
    await scanner.setFolder(scans);
    await rm(scans, { recursive: true });
    expect(await scanner.describe()).toMatchObject({
      folder: scans,
      files: [],
      failure: expect.stringContaining(scans),
    });
  });
});
