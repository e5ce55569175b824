import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printingFonts } from '../../../../tests/support/fonts.ts';
import { Thread } from '../../threads/thread.ts';
import { type PdfThread, pdfThread } from '../tasks.ts';
import { FallbackFonts } from './fallback-fonts.ts';

const worker = join(import.meta.dirname, '../../../../dist/electron/pdf-worker.mjs');
/** A character of a base's own making, as of rare names: the printing fonts lack it, the font that is added has it. */
const rare = '\uea60';

/** A font that comes with a tool of ours, full of characters of its own making. */
async function ownCharacters(): Promise<Buffer> {
  const tool = join(import.meta.dirname, '../../../../node_modules/playwright-core/lib');
  const names = await readdir(tool, { recursive: true });
  return readFile(join(tool, names.find((name) => /codicon[^/\\]*\.ttf$/.test(name)) ?? ''));
}

let folder: string;
let fonts: FallbackFonts;
let printer: PdfThread;

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'fonts-')), 'fonts');
  fonts = new FallbackFonts(folder);
  printer = new Thread(worker, pdfThread, printingFonts);
});
afterAll(() => printer.close());

const characters = async (bytes: Uint8Array) => (await printer.run('inspectFont', { bytes })).characters;
const missing = () => printer.run('missingCharacters', { texts: [`王${rare}`] });
async function printWithOwn(): Promise<void> {
  const fallbacks = (await fonts.paths()).filter((path) => path.startsWith(folder));
  printer.renew((settings) => ({ ...settings, fallbacks }));
}

test('a font that is added is asked from the next print on, and no longer once it is removed', async () => {
  expect(await missing()).toEqual({ missing: [[rare]] });
  const added = await fonts.add('../奇怪\\名字/造字.ttf', await ownCharacters(), characters);
  expect(added).toBeGreaterThan(100);
  expect(await readdir(folder)).toEqual(['造字.ttf']);
  await printWithOwn();
  expect(await missing()).toEqual({ missing: [[]] });
  await fonts.remove('造字.ttf');
  await printWithOwn();
  expect(await missing()).toEqual({ missing: [[rare]] });
});

test.each([
  ['a text that says it is one', '字体.ttf', Buffer.from('not a font')],
  ['a font under another ending', '字体.exe', await ownCharacters()],
  ['one whose characters can’t be set', '蒙古文.ttf', await readFile(printingFonts.mongolian)],
])('%s is refused, and nothing is kept', async (_, name, bytes) => {
  await expect(fonts.add(name, bytes, characters)).rejects.toMatchObject({
    code: 'fontUnreadable',
    data: { name },
  });
  expect((await fonts.list()).own).toEqual([]);
});
