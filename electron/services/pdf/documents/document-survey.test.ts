import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { PrintedBlock } from '../../../../shared/contract/printed-document.ts';
import { printingFonts as fonts } from '../../../../tests/support/fonts.ts';
import { writeDocuments } from './documents.ts';

const run = promisify(execFile);

async function printed(...blocks: PrintedBlock[]): Promise<{ pages: number; texts: string[] }> {
  const path = join(await mkdtemp(join(tmpdir(), 'survey-')), 'out.pdf');
  const about = { title: '问卷', author: '基地', footer: '基地', createdOn: '2026-11-24', landscape: false };
  const pages = await writeDocuments(path, fonts, [{ ...about, blocks }], { onPage: () => undefined });
  const { stdout } = await run('pdftotext', ['-layout', path, '-']);
  return { pages, texts: stdout.split('\f').slice(0, -1) };
}

test('every slip has its own code, three a row, over as many pages as it takes', async () => {
  const codes = Array.from({ length: 50 }, (_, at) => `100 000 ${String(100 + at)}`);
  const slips = {
    kind: 'slips',
    title: '满意度调查',
    subtitle: '示例班',
    note: '只能用一次',
    codes,
  } as const;
  const { pages, texts } = await printed(slips);
  expect(pages).toBe(3);
  expect(texts.join('').match(/100 000 \d{3}/g)).toEqual(codes);
  expect(texts[0]?.match(/只能用一次/g)).toHaveLength(24);
});

test('a bar says how often each value was given, as far as its part is wide enough', async () => {
  const rows = [
    { label: '总体满意度', parts: [0, 1, 9, 40, 50], figures: '均分 4.39' },
    { label: '没有人答', parts: [0, 0, 0, 0, 0], figures: '不足 5 份' },
  ];
  const { texts } = await printed({ kind: 'bars', legend: ['1', '2', '3', '4', '5'], rows });
  const [first = ''] = texts[0]?.split('\n').filter((line) => line.includes('总体满意度')) ?? [];
  expect(first.replace(/\s+/g, ' ').trim()).toBe('总体满意度 9 40 50 均分 4.39');
  expect(texts[0]).toMatch(/没有人答\s+不足 5 份/);
});

test('ruled lines go on over the page, nothing is written beside it', async () => {
  const { pages } = await printed({ kind: 'lines', count: 30 }, { kind: 'lines', count: 30 });
  expect(pages).toBe(2);
});
