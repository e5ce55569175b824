import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printingFonts } from '../../../../tests/support/fonts.ts';
import { PdfPrinter } from '../pdf-printer.ts';
import { FallbackFonts } from './fallback-fonts.ts';

const worker = join(import.meta.dirname, '../../../dist/electron/pdf-worker.mjs');
/** A character of a base's own making, as of rare names: the printing fonts lack it, the font that is added has it. */
const rare = '\uea60';

/** A font that comes with a tool of ours, full of characters of its own making. */
async function ownCharacters(): Promise<Buffer> {
  const tool = join(import.meta.dirname, '../../../node_modules/playwright-core/lib');
  const names = await readdir(tool, { recursive: true });
  return readFile(join(tool, names.find((name) => /codicon[^/\\]*\.ttf$/.test(name)) ?? ''));
}

let folder: string;
let fonts: FallbackFonts;
let printer: PdfPrinter;

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'fonts-')), 'fonts');
  fonts = new FallbackFonts(folder);
  printer = new PdfPrinter(worker, printingFonts);
});
afterAll(() => printer.close());

const characters = async (bytes: Uint8Array) => {
  const seen = await printer.run('font', { kind: 'inspectFont', bytes });
  return 'characters' in seen ? seen.characters : 0;
};
const missing = () => printer.run('missing', { kind: 'missingCharacters', texts: [`王${rare}`] });

test('a font that is added is asked from the next print on, and no longer once it is removed', async () => {
  expect(await missing()).toEqual({ missing: [[rare]] });
  const added = await fonts.add('../奇怪\\名字/造字.ttf', await ownCharacters(), characters);
  expect(added).toBeGreaterThan(100);
  expect(await readdir(folder)).toEqual(['造字.ttf']);
  await printer.setFallbacks((await fonts.paths()).filter((path) => path.startsWith(folder)));
  expect(await missing()).toEqual({ missing: [[]] });
  await fonts.remove('造字.ttf');
  await printer.setFallbacks((await fonts.paths()).filter((path) => path.startsWith(folder)));
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
