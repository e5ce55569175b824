import { describe, expect, test } from 'vitest';
import { noEvidence, planLineDetails } from '../../domain/teaching/plan.ts';
import { findSheet } from '../roster/header.ts';
import { planSheet } from './columns.ts';
import { judgePlan, readMonth } from './verdicts.ts';

const headings = [
  '序号',
  '项目名称',
  '科目',
  '培训对象',
  '学时',
  '期数',
  '人数',
  '培训时间',
  '主讲教师',
  '收费标准（元/人）',
  '收费依据',
  '资金来源',
];
const survey = [
  '1',
  '测绘新技术',
  '专业',
  '测绘人员',
  '30',
  '2',
  '120',
  '3月—6月',
  '高教授',
  '600',
  '9号文',
  '财政拨款',
];
const with_ = (about: Record<number, string>) => survey.map((text, index) => about[index] ?? text);

function judge(...rows: string[][]) {
  const grid = {
    name: '计划',
    rows: [['2026年培训计划'], headings, ...rows].map((row) => row.map((text) => ({ text }))),
    merges: [],
  };
  const found = findSheet([grid], planSheet)!;
  return judgePlan(found.sheet, found.header, { year: 2026, titles: new Set(['已有的班']) });
}

describe('a sheet of a yearly plan', () => {
  test('a good row is read whole, totals are passed over', () => {
    const [verdict, ...rest] = judge(survey, with_({ 1: '合计', 6: '120' }), with_({ 1: '' }));
    expect(rest).toEqual([]);
    expect(verdict).toEqual({
      row: 3,
      state: 'good',
      title: '测绘新技术',
      remark: '',
      line: planLineDetails.parse({
        year: 2026,
        title: '测绘新技术',
        subjectKind: 'professional',
        audience: '测绘人员',
        hours: 30,
        classes: 2,
        people: 120,
        firstMonth: '2026-03',
        lastMonth: '2026-06',
        trainer: '高教授',
        feeFen: 600_00,
        feeBasis: '9号文',
        fundSource: 'government',
        evidence: noEvidence,
      }),
    });
  });

  test('the app’s own export, done and planned side by side, gives what was planned', () => {
    const [verdict] = judge(with_({ 5: '1/2', 6: '40/120', 7: '2026-03 至 2026-06' }));
    expect(verdict).toMatchObject({ state: 'good', line: { classes: 2, people: 120, lastMonth: '2026-06' } });
  });

  test.each([
    [{ 2: '其他' }, '科目：请写公需或专业'],
    [{ 4: '三十' }, '学时：应为整数'],
    [{ 4: '0' }, '学时：学时至少为 1'],
    [{ 6: '' }, '人数：应为整数'],
    [{ 7: '春季' }, '培训时间：月份请按 2026-03 或“3月至6月”的格式填写'],
    [{ 7: '6月至3月' }, '结束月份：结束月份不能早于开始月份'],
    [{ 7: '2027-03' }, '开始月份：开始月份应在计划年度之内'],
    [{ 9: '600.001' }, '收费标准（元/人）：金额请按 600.00 的格式填写'],
    [{ 11: '众筹' }, '资金来源：请写政府、用人单位、个人、社会'],
    [{ 3: '' }, '培训对象：请填写培训对象'],
  ])('%j is rejected with what is wrong', (about, problem) => {
    expect(judge(with_(about))).toEqual([
      expect.objectContaining({ state: 'rejected', problems: [problem] }),
    ]);
  });

  test.each([
    [{ 1: '已有的班' }, '计划里已有同名项目'],
    [{ 10: '' }, '没有收费依据'],
    [{ 11: '' }, '没有写经费来源'],
  ])('%j is taken, and to be looked at', (about, remark) => {
    expect(judge(with_(about))).toEqual([
      expect.objectContaining({ state: 'doubtful', remark: expect.stringContaining(remark) }),
    ]);
  });

  test('a title that comes twice is to be looked at the second time', () => {
    expect(judge(survey, survey).map(({ state }) => state)).toEqual(['good', 'doubtful']);
  });
});

test.each([
  ['2026-03', '2026-03'],
  ['2026年3月', '2026-03'],
  ['3月份', '2026-03'],
  ['12', '2026-12'],
  ['13月', null],
  ['春', null],
])('month “%s” is %s', (text, month) => {
  expect(readMonth(text, 2026)).toBe(month);
});
