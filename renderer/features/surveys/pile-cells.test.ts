import { describe, expect, test } from 'vitest';
import type { PaperForm } from '../../../shared/contract/surveys.ts';
import { codeOf } from '../../../shared/domain/base/one-time-code.ts';
import type { Question } from '../../../shared/domain/surveys/survey.ts';
import { boxFormOf, contentOf, everyKind, ratedTrainer } from '../../../tests/support/survey.ts';
import { cellsOf, differingCells, digitTotal } from './pile-cells.ts';

const choices = [
  { id: 'c1', title: '愿意' },
  { id: 'c2', title: '不愿意' },
];
const more: Question[] = [
  { kind: 'single', id: 'again', title: '再来', choices, required: true, showIf: null },
  { kind: 'text', id: 'why', title: '原因', required: false, showIf: { questionId: 'again', anyOf: ['c2'] } },
  { kind: 'number', id: 'people', title: '人数', least: 0, most: 50, required: false, showIf: null },
];
const form = boxFormOf({ access: 'codes', content: contentOf([...everyKind, ...more]) });
const blank: PaperForm = { code: null, answer: {} };
const code = codeOf('12345678');

/** Types one text after the other, each into the cell that comes next. */
function typeAll(texts: readonly string[]): PaperForm {
  return texts.reduce((paper, text, at) => {
    const result = cellsOf(form, paper)[at]!.type(paper, text);
    if (!result.ok) throw new Error(result.why);
    return result.form;
  }, blank);
}

const keysOf = (paper: PaperForm) => cellsOf(form, paper).map(({ key }) => key);

describe('a paper form is typed by digits', () => {
  test('code, points, trainers, several choices, a text, one choice, a number', () => {
    expect(typeAll([code, '5', '4', '21', '多实操', '1', '12'])).toEqual({
      code,
      answer: {
        all: 5,
        teaching: { [ratedTrainer.id]: { attitude: 4 } },
        form: ['c2', 'c1'],
        advice: '多实操',
        again: 'c1',
        people: 12,
      },
    });
  });

  test('0 and Enter are blanks, which stand for nothing', () => {
    const { answer } = typeAll([code, '0', '', '0', '', '0', '']);
    expect(Object.values(answer).filter((value) => typeof value !== 'object')).toEqual([]);
  });

  test('a question is typed only where the paper asks it', () => {
    expect(keysOf(blank)).not.toContain('why');
    expect(keysOf({ code, answer: { again: 'c2' } })).toContain('why');
  });

  test.each([
    [0, '123456789', '这个码不对，请看清再录'],
    [1, '6', '只能是 0–5'],
    [3, '13', '只能是 1–2'],
    [5, '3', '只能是 0–2'],
    [6, '51', '应为 0–50'],
  ])('cell %i does not take %s', (at, text, why) =>
    expect(cellsOf(form, blank)[at]!.type(blank, text)).toEqual({ ok: false, why }),
  );

  test('two typings differ where their cells do; what both say adds up to one total', () => {
    const first = typeAll([code, '5', '4', '21', '', '1', '12']);
    const second = typeAll([code, '5', '3', '12', '', '1', '12']);
    expect(differingCells(form, first, second).map(({ label }) => label)).toEqual([
      '2. 请为教师评分 高教授 教学态度',
    ]);
    expect(digitTotal(form, [first])).toBe(5 + 4 + 3 + 1 + 3);
    expect(digitTotal(form, [first, first])).toBe(2 * 16);
  });
});
