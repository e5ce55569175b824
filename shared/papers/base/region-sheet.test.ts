import { expect, test } from 'vitest';
import { regionSheet, regionWorkbook } from './region-sheet.ts';

test('measures stand side by side, by names, money in 元', () => {
  const about = { region_code: '1501', bases: 2 };
  const { headings, rows } = regionSheet('by-region', [
    { ...about, measure: 'people', value: 30 },
    { ...about, measure: 'receivedFen', value: 12_345 },
    { region_code: '1506', bases: 1, measure: 'people', value: 7 },
  ]);
  const cell = (line: number, heading: string) => rows[line]?.[headings.indexOf(heading)];
  expect(rows).toHaveLength(2);
  expect([cell(0, '盟市'), cell(0, '基地数'), cell(0, '培训人数'), cell(0, '收费（元）')]).toEqual([
    '呼和浩特市',
    2,
    30,
    123.45,
  ]);
  expect([cell(1, '盟市'), cell(1, '培训人数'), cell(1, '收费（元）')]).toEqual(['鄂尔多斯市', 7, 0]);
});

test('the whole region reads in the order of the figures, periods by their names', () => {
  const total = regionSheet('total', [
    { measure: 'spentFen', bases: 5, value: 100 },
    { measure: 'classes', bases: 5, value: 3 },
  ]);
  expect(total.rows).toEqual([
    ['培训班', 3, 5],
    ['支出（元）', 1, 5],
  ]);
  const time = regionSheet('by-time', [
    { period_from: '2026-01-01', period_to: '2026-03-31', bases: 5, measure: 'classes', value: 3 },
  ]);
  expect(time.rows[0]?.slice(0, 3)).toEqual(['2026年第1季度', 5, 3]);
});

test('the workbook names the bases that have not reported behind the tables', () => {
  const none = {
    total: [],
    'by-region': [],
    'by-base': [],
    'by-time': [],
    breakdowns: [],
    'shared-learners': [],
  };
  const sheets = regionWorkbook(none, ['SSL02', 'SSL03']);
  expect(sheets).toHaveLength(7);
  expect(sheets.at(-1)).toEqual({ name: '没有报送的基地', rows: [['基地代码'], ['SSL02'], ['SSL03']] });
});
