import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseSheets } from './parse-sheets.ts';
import { safeCellText, steadyWorkbook, writeWorkbook } from './write-sheet.ts';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠a'])(
  '%j can not be run',
  (text) => {
    expect(safeCellText(text)).toBe(`'${text}`);
  },
);

test('what is written comes back, every digit of it', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'sheet-')), 'out.xlsx');
  const rows = [
    ['姓名', '身份证号'],
    ['张𬭁', '150203198512310045'],
  ];
  await writeWorkbook(path, [{ name: '名册', rows }]);
  const { sheets } = await parseSheets('out.xlsx', new Uint8Array(await readFile(path)));
  expect(sheets[0]?.name).toBe('名册');
  expect(sheets[0]?.rows).toEqual(rows.map((row) => row.map((text) => ({ text }))));
});

test('lines stand above the heading; numbers are numbers and texts texts', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'sheet-')), 'out.xlsx');
  const rows = [
    ['姓名', '公需'],
    ['张三', 30],
  ];
  await writeWorkbook(path, [{ name: '学时', rows, above: ['示例单位 2026年度'] }]);
  const { sheets } = await parseSheets('out.xlsx', new Uint8Array(await readFile(path)));
  expect(sheets[0]?.rows).toEqual([
    [{ text: '示例单位 2026年度' }],
    [{ text: '姓名' }, { text: '公需' }],
    [{ text: '张三' }, { text: '30', number: 30 }],
  ]);
});

test('made on a day, the same sheets are the same file', async () => {
  const sheets = [{ name: '统计', rows: [['项目'], ['人次', 4]] }];
  const first = await steadyWorkbook(sheets, '2027-01-08');
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(Buffer.from(await steadyWorkbook(sheets, '2027-01-08')).equals(Buffer.from(first))).toBe(true);
  const { sheets: read } = await parseSheets('out.xlsx', first);
  expect(read[0]?.rows[1]?.[1]).toEqual({ text: '4', number: 4 });
});
