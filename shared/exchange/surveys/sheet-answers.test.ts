import { describe, expect, test } from 'vitest';
import { boxFormOf, ratedTrainer } from '../../../tests/support/survey.ts';
import { answerTargets, readSheetAnswers, suggestColumns } from './sheet-answers.ts';

const form = boxFormOf();
const headings = ['序号', '提交答卷时间', '1、总体满意度', '高教授 教学态度', '希望的形式（多选）', '建议'];
const targets = answerTargets(form, false);

function read(...rows: string[][]) {
  const grid = {
    name: '答卷',
    rows: [headings, ...rows].map((row) => row.map((text) => ({ text }))),
    merges: [],
  };
  return readSheetAnswers(grid, 0, suggestColumns(headings, targets), form);
}

test('columns are found by what their headings say; time and number are nobody’s', () => {
  expect(suggestColumns(headings, targets)).toEqual({
    all: 2,
    [`teaching/${ratedTrainer.id}/attitude`]: 3,
    form: 4,
    advice: 5,
  });
});

describe('rows of a sheet as other tools export them', () => {
  test('points as numbers or words, several choices with any separator', () => {
    const [first, second] = read(
      ['1', '2026/11/20 9:00', '5', '4分', '面授┋远程', '多实操'],
      ['2', '2026/11/20 9:01', '较好', '很好', '2', ''],
    );
    expect(first).toEqual({
      row: 2,
      state: 'good',
      code: null,
      problem: '',
      answer: {
        all: 5,
        teaching: { [ratedTrainer.id]: { attitude: 4 } },
        form: ['c1', 'c2'],
        advice: '多实操',
      },
    });
    expect(second?.answer).toMatchObject({
      all: 4,
      teaching: { [ratedTrainer.id]: { attitude: 5 } },
      form: ['c2'],
    });
  });

  test.each([
    ['a point beyond five', ['1', '', '6', '4', '', ''], '第 1 题“总体满意度”：应为 1–5 分'],
    ['a word that is none', ['1', '', '还行', '4', '', ''], '第 1 题“总体满意度”：应为 1–5 分'],
    ['a choice that is not offered', ['1', '', '5', '4', '夜校', ''], '第 3 题“希望的形式”：没有这个选项'],
  ])('%s is rejected with its question', (_, row, problem) =>
    expect(read(row)).toMatchObject([{ row: 2, state: 'rejected', problem }]),
  );

  test('what was left blank elsewhere is a blank here', () =>
    expect(read(['1', '', '5', '', '', ''])).toMatchObject([{ state: 'good', answer: { all: 5 } }]));

  test('empty rows are no answers', () => expect(read(['', '', '', '', '', ''])).toEqual([]));
});
