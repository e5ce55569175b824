import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Question, surveyContent } from './survey.ts';
import {
  type AskedForm,
  answerFault,
  type SurveyAnswer,
  sectionFault,
  tidyAnswer,
  withoutOrder,
} from './survey-answer.ts';
import { surveyTemplates } from './survey-templates.ts';

const labels = ['1', '2', '3', '4', '5'];
const about = { required: true, showIf: null };
const questions: Question[] = [
  { kind: 'scale', id: 'all', title: '总体', labels, ...about },
  {
    kind: 'single',
    id: 'again',
    title: '再来',
    choices: [
      { id: 'yes', title: '愿意' },
      { id: 'no', title: '不愿意' },
    ],
    ...about,
  },
  { kind: 'text', id: 'why', title: '原因', required: true, showIf: { questionId: 'again', anyOf: ['no'] } },
  {
    kind: 'multiple',
    id: 'form',
    title: '形式',
    choices: [
      { id: 'b', title: '面授' },
      { id: 'a', title: '远程' },
    ],
    ...about,
    required: false,
  },
  { kind: 'number', id: 'people', title: '人数', least: 0, most: 50, ...about, required: false },
  { kind: 'matrix', id: 't', title: '教师', labels, items: [{ id: 'x', title: '态度' }], ...about },
];
const trainer = { id: '01990000-0000-7000-8000-000000000001', name: '高教授' };
const form: AskedForm = {
  content: { title: '问卷', intro: '', sections: [{ id: 's', title: '', questions }] },
  trainers: [trainer],
};
const whole: SurveyAnswer = { all: 5, again: 'yes', t: { [trainer.id]: { x: 4 } } };

describe('an answer is taken only where it answers this form', () => {
  test.each<[string, SurveyAnswer, string | null]>([
    ['whole', whole, null],
    ['a point that is none', { ...whole, all: 6 }, '第 1 题“总体”：应为 1–5 分'],
    ['half a point', { ...whole, all: 4.5 }, '第 1 题“总体”：应为 1–5 分'],
    ['a choice that is not offered', { ...whole, again: 'maybe' }, '第 2 题“再来”：没有这个选项'],
    ['what had to be answered is missing', { all: 5, t: whole.t! }, '第 2 题“再来”：必答，没有填'],
    [
      'a question shown by an answer is required too',
      { ...whole, again: 'no' },
      '第 3 题“原因”：必答，没有填',
    ],
    ['a number beyond its range', { ...whole, people: 51 }, '第 5 题“人数”：应为 0–50 的整数'],
    [
      'a trainer who did not teach',
      { ...whole, t: { other: { x: 4 } } },
      '第 6 题“教师”：评分的教师、项目或分数不对',
    ],
    ['a trainer who was left out', { ...whole, t: {} }, '第 6 题“教师”：必答，没有填'],
    ['what was never asked', { ...whole, name: '张三' }, '问卷里没有题目 name'],
  ])('%s', (_, answer, fault) => expect(answerFault(form, answer)).toBe(fault));

  test('a page is left when its own questions are answered, whatever the others are called', () => {
    const twice: AskedForm = {
      ...form,
      content: {
        ...form.content,
        sections: [
          { id: 's1', title: '', questions: [{ ...questions[3]! }] },
          { id: 's2', title: '', questions: [questions[0]!, { ...questions[0]!, id: 'again-all' }] },
        ],
      },
    };
    const [first, second] = twice.content.sections;
    expect(sectionFault(twice, first!, {})).toBeNull();
    expect(sectionFault(twice, second!, { all: 5 })).toBe('第 3 题“总体”：必答，没有填');
    expect(sectionFault(twice, second!, { all: 5, 'again-all': 4 })).toBeNull();
  });

  test('paper comes back with blanks; a form with nothing on it is no answer', () => {
    expect(answerFault(form, { all: 5 }, true)).toBeNull();
    expect(answerFault(form, { all: 6 }, true)).toContain('应为 1–5 分');
    expect(answerFault(form, {}, true)).toBe('一题也没有填');
  });

  test('what is not asked any more is left out, choices stand in the form’s order', () => {
    const tidy = tidyAnswer(form, { ...whole, why: '太远', form: ['a', 'b', 'a'], people: 3 });
    expect(tidy).toEqual({ ...whole, form: ['b', 'a'], people: 3 });
  });
});

describe('第24条: answers say nothing of who, when or in which order', () => {
  const answers = fc.array(
    fc.record({ all: fc.integer({ min: 1, max: 5 }), again: fc.constantFrom('yes', 'no') }),
  );

  test('whatever order they came in, they are kept in one and the same', () => {
    const shuffled = answers.chain((some) =>
      fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
    );
    fc.assert(
      fc.property(shuffled, ([some, other]) => {
        expect(JSON.stringify(withoutOrder(other))).toBe(JSON.stringify(withoutOrder(some)));
      }),
    );
  });

  test('the order its questions were answered in is gone', () => {
    const backwards = { t: { [trainer.id]: { x: 4 } }, again: 'yes', all: 5 };
    expect(JSON.stringify(tidyAnswer(form, backwards))).toBe(JSON.stringify(tidyAnswer(form, whole)));
  });
});

test.each(surveyTemplates.map((template) => [template.content.title, template] as const))(
  '%s of the library is a form that can be put to people',
  (_, { content }) => expect(surveyContent.safeParse(content).success).toBe(true),
);

test('a question is shown by an earlier one only, and by an answer that one offers', () => {
  const wrong = (showIf: Question['showIf']) =>
    surveyContent.safeParse({
      ...form.content,
      sections: [{ id: 's', title: '', questions: [{ ...questions[0], showIf }, questions[1]] }],
    }).error?.issues[0]?.message;
  expect(wrong({ questionId: 'again', anyOf: ['no'] })).toBe('“总体”的显示条件要用它前面的题目');
});
