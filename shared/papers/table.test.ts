import { expect, test } from 'vitest';
import { numbered, rowOf, sheetRows, tableBlock, textRows } from './table.ts';

const columns = [
  ['序号', 1, 'right'],
  ['姓名', 3, 'left'],
  ['学时', 2, 'right'],
] as const;
const table = {
  columns,
  rows: numbered([
    ['张三', 24],
    ['李四', 8],
  ]),
  total: rowOf(columns, { 姓名: '合计', 学时: 32 }),
};

test('on paper all is text, and the sum is the last row', () => {
  expect(tableBlock(table)).toEqual({
    kind: 'table',
    columns: [
      { heading: '序号', share: 1, align: 'right' },
      { heading: '姓名', share: 3, align: 'left' },
      { heading: '学时', share: 2, align: 'right' },
    ],
    rows: [
      ['1', '张三', '24'],
      ['2', '李四', '8'],
      ['', '合计', '32'],
    ],
    hasTotal: true,
  });
  expect(tableBlock({ columns, rows: table.rows })).toMatchObject({ hasTotal: false });
});

test('a sheet begins with its headings and keeps numbers, unless everything is to be text', () => {
  expect(sheetRows(table)).toEqual([
    ['序号', '姓名', '学时'],
    [1, '张三', 24],
    [2, '李四', 8],
    ['', '合计', 32],
  ]);
  expect(textRows(table)[1]).toEqual(['1', '张三', '24']);
});
