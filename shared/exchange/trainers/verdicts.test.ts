import { describe, expect, test } from 'vitest';
import { trainerKey } from '../../domain/people/trainer.ts';
import type { Grid } from '../roster/grid.ts';
import { findHeader } from '../roster/header.ts';
import { trainerHeadings, trainerSheet } from './columns.ts';
import { judgeTrainers } from './verdicts.ts';

function judge(
  rows: (string | { text: string; number: number })[][],
  known: string[] = [],
  headings = trainerHeadings,
) {
  const sheet: Grid = {
    name: '名册',
    merges: [],
    rows: [headings, ...rows].map((row) =>
      row.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)),
    ),
  };
  const header = findHeader(sheet, trainerSheet)!;
  return judgeTrainers(sheet, header, new Set(known));
}

const good = [
  '高教授',
  '兼职',
  '区外',
  '某大学',
  '教授',
  '正高',
  '测绘、遥感',
  '专业',
  '13800001234',
  '工行',
  '6222021234567890123',
  '',
];
const change = (at: number, value: string | { text: string; number: number }) =>
  good.map((cell, index) => (index === at ? value : cell));

describe('a roster of trainers as it is sent', () => {
  test('a complete row is taken as it stands, spaces in the account gone', () => {
    expect(judge([change(10, '6222 0212 3456 7890 123')])).toEqual([
      {
        row: 2,
        state: 'good',
        name: '高教授',
        remark: '',
        trainer: expect.objectContaining({
          employment: 'partTime',
          origin: 'outOfRegion',
          fields: ['测绘', '遥感'],
          subjects: ['professional'],
          bankAccount: '6222021234567890123',
          learnerId: null,
          person: {
            name: '高教授',
            employerName: '某大学',
            title: '教授',
            titleLevel: 'senior',
            phone: '13800001234',
          },
        }),
      },
    ]);
  });

  test('what is left out is assumed, and said', () => {
    const [verdict] = judge([['王 老师', '某校']], [], ['姓名', '单位']);
    expect(verdict).toMatchObject({
      state: 'doubtful',
      name: '王老师',
      remark: '没有写专职或兼职，按兼职计；没有写区内或区外，按区内计',
    });
  });

  test.each([
    [1, '临时', '专职/兼职：请写专职或兼职'],
    [2, '国外', '区内/区外：请写区内或区外'],
    [5, '高级', '职称级别：请写正高、副高、中级、初级或无'],
    [7, '音乐', '科目：请写公需、专业'],
    [8, '12', '联系电话：联系电话应为 11 位手机号或带区号的座机号'],
    [10, '6222', '银行账号：银行账号应为 8–32 位数字'],
    [
      10,
      { text: '6.22202E+18', number: 6.222021234567e18 },
      '银行账号：账号被表格软件改成了数字，末几位已丢失，请按文本重新填写',
    ],
  ])('column %i with %o is refused with its heading', (at, value, problem) => {
    expect(judge([change(at, value)])).toMatchObject([{ state: 'rejected', problems: [problem] }]);
  });

  test('who is on the roster or stands twice is refused; a namesake elsewhere is another person', () => {
    const verdicts = judge(
      [good, good, change(3, '另一所大学')],
      [trainerKey({ name: '李老师', employerName: '' })],
    );
    expect(verdicts.map(({ state }) => state)).toEqual(['good', 'rejected', 'good']);
    expect(judge([good], [trainerKey({ name: '高教授', employerName: '某 大学' })])).toMatchObject([
      { state: 'rejected' },
    ]);
  });

  test('a sum under the table and blank rows are passed over', () => {
    expect(judge([['合计 12 人'], [''], good])).toHaveLength(1);
  });
});
