import { expect, test } from 'vitest';
import { noRecords } from '../../../tests/support/no-records.ts';
import { saysOf } from '../../../tests/support/printed.ts';
import { baseOnRecord } from '../../../tests/support/records.ts';
import type { Statistics } from '../../domain/base/statistics.ts';
import { statisticsOf } from '../../regulation/statistics.ts';
import { statisticsPaper } from './statistics.ts';
import { statisticsWorkbook } from './statistics-workbook.ts';

function statisticsOfYear(year: number): Statistics {
  return statisticsOf(noRecords, { from: `${year}-01-01`, to: `${year}-12-31` });
}

const before = statisticsOfYear(2025);
const blank = statisticsOfYear(2026);
const month = {
  key: '2026-03',
  label: '3月',
  people: 1180,
  personTimes: 1234,
  generalHours: 0,
  professionalHours: 9872,
};
const now: Statistics = {
  ...blank,
  totals: { ...blank.totals, people: 1180, personTimes: 1234, receivedFen: 12_345_67 },
  by: { ...blank.by, month: [month] },
  money: [
    { key: 'learner', label: '个人', receivedFen: 12_345_67, refundedFen: 0, grantedFen: 0, spentFen: 50 },
  ],
  trainers: { fullTimeInRegion: 1, fullTimeOutOfRegion: 0, partTimeInRegion: 2, partTimeOutOfRegion: 3 },
  satisfaction: { runs: 1, given: 10, answers: 8, satisfied: 30, rated: 40 },
};
const satisfaction = '1 次调查，发出 10 份，收回 8 份（回收率 80.0%），满意率 75.0%';

test('第28条: the paper has what there is, numbers as people read them', () => {
  const paper = statisticsPaper(baseOnRecord.profile, now, before, '2026-11-24');
  const says = saysOf(paper);
  expect(says.slice(0, 3)).toEqual([
    '2026年继续教育培训统计',
    '批准文号：示人社发〔2018〕12号',
    '项目|本期|去年同期|变化',
  ]);
  expect(says).toContain('培训人次|1,234|0|去年同期没有');
  expect(says).toContain('收费|12,345.67|0.00|去年同期没有');
  expect(says.slice(says.indexOf(`满意度：${satisfaction}（不足 5 份的调查不计）。`) + 1)).toEqual([
    '按月份',
    '月份|人数|人次|公需学时|专业学时',
    '3月|1,180|1,234|0|9,872',
    '按学习方式（第12条）',
    '方式|人次|学时',
    '经费（元）',
    '来源|收费|退费|拨款资助|支出',
    '个人|12,345.67|0.00|0.00|0.50',
    '师资（第23条）',
    '|区内|区外',
    '专职|1|0',
    '兼职|2|3',
    '示例基地|2026年11月24日',
  ]);
  expect(paper.title).toBe('示例基地 2026年培训统计');
});

test('the workbook has every breakdown under the letterhead, numbers as numbers', () => {
  const book = statisticsWorkbook(baseOnRecord.profile, now, before, '2026-11-24');
  const more = book.more ?? [];
  expect(book.name).toBe('2026年培训统计');
  expect(book.above).toEqual([
    '示例基地',
    '培训统计汇总（2026年）',
    '批准文号：示人社发〔2018〕12号　制表日期：2026年11月24日',
  ]);
  expect(book.rows).toContainEqual(['收费（元）', 12345.67, 0]);
  expect(book.rows.at(-1)?.slice(0, 2)).toEqual(['满意度', satisfaction]);
  expect(more[0]).toMatchObject({ sheet: '按月份', rows: [expect.any(Array), ['3月', 1180, 1234, 0, 9872]] });
  expect(more.slice(-3).map(({ sheet }) => sheet)).toEqual(['学习方式', '经费', '师资']);
});
