import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { drawnByFirst, sampleCertificates } from '../../bench/certificates/sample.ts';
import { pdfThread } from '../../electron/services/pdf/tasks.ts';
import { readingThread } from '../../electron/services/reading/tasks.ts';
import { Thread } from '../../electron/services/threads/thread.ts';
import { coded } from '../support/coded.ts';
import { printingFonts as fonts } from '../support/fonts.ts';
import { newDataFolder } from '../support/host.ts';

const dist = join(import.meta.dirname, '../../dist');

describe('the built PDF worker', () => {
  const printer = new Thread(join(dist, 'electron/pdf-worker.mjs'), pdfThread, fonts);
  afterAll(() => printer.close());

  test('prints, says how far it is, and says which characters it lacks', async () => {
    const path = join(await newDataFolder(), 'class.pdf');
    const seen: number[] = [];
    const lots = [coded(...sampleCertificates(60)), coded(...sampleCertificates(40, 60))];
    const onProgress = (done: number) => seen.push(done);
    const printed = printer.runFed('certificates', { path, means: drawnByFirst }, lots, { onProgress });
    expect(await printed).toEqual({ pages: 100 });
    expect(seen.at(-1)).toBe(100);
    expect(await printer.run('missingCharacters', { texts: ['张𬭁', '王𪚥'] })).toEqual({
      missing: [[], ['𪚥']],
    });
  });

  test('cancelled in the middle it leaves no file, and the next job runs', async () => {
    const folder = await newDataFolder();
    const lots = Array.from({ length: 100 }, (_, lot) => coded(...sampleCertificates(200, lot * 200)));
    const control = new AbortController();
    const asked = { path: join(folder, 'c.pdf'), means: drawnByFirst };
    const working = printer.runFed('certificates', asked, lots, {
      signal: control.signal,
      onProgress: (done) => {
        if (done > 0) control.abort();
      },
    });
    await expect(working).rejects.toMatchObject({ code: 'cancelled' });
    expect(await readdir(folder)).toEqual([]);
    expect(await printer.run('missingCharacters', { texts: ['好'] })).toEqual({ missing: [[]] });
  });
});

describe('the built worker that reads files from elsewhere', () => {
  const reading = new Thread(join(dist, 'electron/reading-worker.cjs'), readingThread, null);
  afterAll(() => reading.close());
  const readSheets = (name: string, bytes: Uint8Array, signal?: AbortSignal) =>
    reading.run('sheets', { name, bytes }, { signal });
  const roster = join(import.meta.dirname, '../fixtures/rosters/ten-thousand.xlsx');

  test('reads ten thousand rows', async () => {
    const { sheets } = await readSheets('ten-thousand.xlsx', new Uint8Array(await readFile(roster)));
    expect(sheets[0]?.rows).toHaveLength(10_001);
  });

  test('can be cancelled', async () => {
    const control = new AbortController();
    const bytes = new Uint8Array(await readFile(roster));
    const working = readSheets('ten-thousand.xlsx', bytes, control.signal);
    control.abort();
    await expect(working).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('refuses a bomb in words', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(200 * 1024 * 1024) }, { level: 1 });
    await expect(readSheets('名册.xlsx', bomb)).rejects.toMatchObject({
      code: 'fileInflates',
      message: '名册.xlsx 解压后过大（上限 50 MB），可能是压缩炸弹，没有打开。',
    });
  });
});
