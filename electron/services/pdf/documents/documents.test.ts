import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PrintedDocument } from '../../../../shared/contract/printed-document.ts';
import { printingFonts as fonts } from '../../../../tests/support/fonts.ts';
import { writeDocuments } from './documents.ts';

const run = promisify(execFile);
const quiet = { onPage: () => undefined };

const report: PrintedDocument = {
  title: '示例单位 2026 年学时情况',
  author: '示例市继续教育基地',
  footer: '示例市继续教育基地',
  createdOn: '2026-11-24',
  landscape: false,
  blocks: [
    { kind: 'title', text: '2026 年度专业技术人员继续教育学时情况' },
    { kind: 'reference', text: '编号：X-1' },
    { kind: 'paragraph', text: '单位：内蒙古自治区地质调查院', indented: true },
    {
      kind: 'table',
      columns: [
        { heading: '序号', share: 1, align: 'right' },
        { heading: '姓名', share: 3, align: 'left' },
        { heading: '说明', share: 6, align: 'left' },
      ],
      rows: [
        ...Array.from({ length: 70 }, (_, index) => [
          String(index + 1),
          `学员${index + 1}`,
          index === 20
            ? '内蒙古自治区呼伦贝尔市农牧业和草原生态工程技术研究推广服务中心'.repeat(2)
            : '已达标',
        ]),
        ['', '合计', '70 人'],
      ],
      hasTotal: true,
    },
    { kind: 'seal', issuer: '示例市继续教育基地', date: '2026年11月24日' },
  ],
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'documents-'));
});

async function textOf(path: string): Promise<string> {
  return (await run('pdftotext', ['-layout', path, '-'])).stdout;
}

describe('writeDocuments', () => {
  test('sets every row over as many pages as it takes, each page with headings and its number', async () => {
    const path = join(folder, 'report.pdf');
    const pages = await writeDocuments(path, fonts, [report], quiet);
    const text = await textOf(path);
    const names = [...text.matchAll(/学员\d+/g)].map(([name]) => name);
    expect(names).toEqual(Array.from({ length: 70 }, (_, index) => `学员${index + 1}`));
    expect(text.match(/序号/g)).toHaveLength(pages);
    expect(text).toContain(`第 ${pages} 页，共 ${pages} 页`);
    // A long cell is broken into lines, never clipped.
    expect(text.replace(/\s/g, '').match(/研究推广服务中心|推广服务中心/g)?.length).toBeGreaterThanOrEqual(1);
    for (const stated of ['合计', '70 人', '编号：X-1', '2026年11月24日']) expect(text).toContain(stated);
    if (process.env.JIDI_PICTURES) await copyFile(path, join(process.env.JIDI_PICTURES, 'report.pdf'));
  });

  test('several documents number their pages by themselves, each on the paper it asks for', async () => {
    const path = join(folder, 'two.pdf');
    const wide = { ...report, landscape: true, blocks: report.blocks.slice(0, 2) };
    const pages = await writeDocuments(
      path,
      fonts,
      [{ ...report, blocks: report.blocks.slice(0, 3) }, wide],
      quiet,
    );
    expect(pages).toBe(2);
    expect((await textOf(path)).match(/第 1 页，共 1 页/g)).toHaveLength(2);
    const { stdout } = await run('pdfinfo', ['-f', '1', '-l', '2', path]);
    expect(stdout).toMatch(/Page +1 size: +595\.28 x 841\.89[\s\S]*Page +2 size: +841\.89 x 595\.28/);
  });

  test('the same content is the same file; a character the fonts lack stops it, and nothing is left', async () => {
    const paths = ['first.pdf', 'again.pdf'].map((name) => join(folder, name));
    for (const path of paths) await writeDocuments(path, fonts, [report], quiet);
    const [first, again] = await Promise.all(paths.map((path) => readFile(path)));
    expect(first!.equals(again!)).toBe(true);
    const odd: PrintedDocument = { ...report, blocks: [{ kind: 'heading', text: '王𪚥' }] };
    await expect(writeDocuments(join(folder, 'odd.pdf'), fonts, [report, odd], quiet)).rejects.toMatchObject({
      code: 'missingCharacters',
      data: { name: report.title, characters: '𪚥' },
    });
    expect((await readdir(folder)).filter((name) => name.startsWith('odd'))).toEqual([]);
  });
});
