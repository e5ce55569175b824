import { describe, expect, test } from 'vitest';
import { readDay } from '../roster/cell-values.ts';
import type { Grid } from '../roster/grid.ts';
import { findSheet } from '../roster/header.ts';
import { outsideSheet } from './columns.ts';
import { judgeOutsideHours, type OutsideKnowledge } from './verdicts.ts';

const people: Record<string, { id: string; name: string }> = {
  '150102199001011230': { id: '019ab000-0000-7000-8000-000000000001', name: '张三' },
  '150203198512310045': { id: '019ab000-0000-7000-8000-000000000002', name: '李四' },
};
const proof = { hash: 'a'.repeat(64), bytes: 9, type: 'application/pdf' as const };
const knowledge: OutsideKnowledge = {
  findLearner: (number) => people[number] ?? (number === '1230' ? 'ambiguous' : null),
  nameOf: (id) => Object.values(people).find((one) => one.id === id)?.name ?? '',
  entries: [],
  proofs: new Map([['张三.pdf', proof]]),
  today: '2026-11-24',
};

const headings = [
  '姓名',
  '身份证号',
  '科目',
  '方式',
  '活动名称',
  '主办单位',
  '证书编号',
  '日期',
  '学时',
  '附件',
];
const zhang = [
  '张三',
  '150102199001011230',
  '专业',
  '七',
  '草原生态年会',
  '示例市科协',
  'KX-18',
  '2026.6.18',
  '8',
  '张三.pdf',
];
const with_ = (about: Record<number, string>) => zhang.map((text, index) => about[index] ?? text);

function judge(...rows: string[][]) {
  const sheet: Grid = {
    name: '学时',
    rows: [['外部学时登记'], headings, ...rows].map((row) => row.map((text) => ({ text }))),
    merges: [],
  };
  const found = findSheet([sheet], outsideSheet)!;
  return judgeOutsideHours(found.sheet, found.header, knowledge);
}

describe('a sheet of outside hours', () => {
  test('a good row is read whole, its scan with it', () => {
    expect(judge(zhang)).toEqual([
      {
        row: 3,
        state: 'good',
        name: '张三',
        remark: '',
        entry: {
          learnerId: people['150102199001011230']!.id,
          kind: 'professional',
          way: 7,
          title: '草原生态年会',
          issuer: '示例市科协',
          issuerKind: 'other',
          certificateNumber: 'KX-18',
          date: '2026-06-18',
          hours: 8,
          proof,
        },
      },
    ]);
  });

  test('without a scan it is taken, and its hours wait', () => {
    expect(judge(with_({ 9: '' }))[0]).toMatchObject({
      state: 'unproven',
      remark: expect.stringContaining('不计学时'),
    });
  });

  test.each<[string, Record<number, string>, string]>([
    ['nobody known', { 1: '15010219951231804X' }, '身份证号：没有这名学员，请先导入名册'],
    ['four digits of several', { 1: '1230' }, '身份证号：对应到多名学员，请写完整的证件号码'],
    ['another name', { 0: '王五' }, '姓名：与登记的姓名“张三”不符'],
    ['no way of 第12条', { 3: '自学' }, '方式：“自学”不是第12条的方式，请写一至九'],
    ['no way at all', { 3: '' }, '专业科目学时要写明第12条的哪一种方式'],
    ['a day there is not', { 7: '2026-2-30' }, '日期：日期无法识别，请按 2026-06-18 的格式填写'],
    ['a day to come', { 7: '2026-12-01' }, '完成日期还没有到'],
    ['half an hour', { 8: '7.5' }, '学时：学时应为整数'],
    ['no hours', { 8: '0' }, '学时：学时至少为 1'],
    ['a scan that was not chosen', { 9: '别的.pdf' }, '附件：没有选中文件“别的.pdf”'],
    ['general hours of a society', { 2: '公需', 3: '' }, '公需科目学时只认其他基地或公共服务平台的证明'],
    ['neither kind', { 2: '选修' }, '科目：请写公需或专业'],
  ])('%s is rejected with what is wrong', (_, about, problem) => {
    const [verdict] = judge(with_(about));
    expect(verdict).toMatchObject({ state: 'rejected', problems: [problem] });
  });

  test('what repeats a row or an entry is rejected; blank rows are passed over', () => {
    const verdicts = judge(
      zhang,
      [],
      with_({ 4: '年会', 6: 'kx18' }),
      with_({ 0: '李四', 1: '150203198512310045' }),
    );
    expect(verdicts.map(({ row, state }) => `${row} ${state}`)).toEqual([
      '3 good',
      '5 rejected',
      '6 rejected',
    ]);
    expect(verdicts.slice(1).flatMap((one) => ('problems' in one ? one.problems : []))).toEqual([
      '与第3行重复',
      '与第3行重复',
    ]);
  });

  test('general hours by the platform need no way and no kind of issuer', () => {
    const row = with_({ 2: '公需科目', 3: '', 5: '自治区继续教育公共服务平台' });
    expect(judge(row)[0]).toMatchObject({
      state: 'good',
      entry: { kind: 'general', issuerKind: 'platform' },
    });
  });
});

test.each([
  ['2026-6-18', '2026-06-18'],
  ['2026年6月18日', '2026-06-18'],
  ['20260618', '2026-06-18'],
  ['46191', '2026-06-18'],
  ['去年', null],
])('the day %s is %s', (text, day) => {
  expect(readDay({ text })).toBe(day);
});
