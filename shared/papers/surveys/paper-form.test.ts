import { expect, test } from 'vitest';
import { saysOf } from '../../../tests/support/printed.ts';
import { listedRunOf } from '../../../tests/support/run-result.ts';
import { boxFormOf, contentOf } from '../../../tests/support/survey.ts';
import type { Question } from '../../domain/surveys/survey.ts';
import { codeSlips } from './code-slips.ts';
import { paperForm } from './paper-form.ts';

const run = listedRunOf('run-1', []);

test('a form has boxes to tick, lines to write on and its own code', () => {
  const paper = paperForm('示例基地', run, boxFormOf(), '2026-11-24', '123456789');
  const says = saysOf(paper);
  expect(says.slice(0, 5)).toEqual([
    '表单号 AB12　码 123 456 789',
    '满意度调查',
    '不记名',
    '请在方框里打勾。',
    '一',
  ]);
  expect(says.slice(5)).toEqual([
    '题目|1 很差|2 较差|3 一般|4 较好|5 很好',
    '1. 总体满意度|□|□|□|□|□',
    '2. 请为教师评分',
    '题目|1 很差|2 较差|3 一般|4 较好|5 很好',
    '高教授　教学态度|□|□|□|□|□',
    '3. 希望的形式（可多选）\n□ 1 面授　　□ 2 远程',
    '4. 建议',
    'lines',
  ]);
  expect(paper.footer).toBe('示例基地　满意度调查　表单号 AB12');
});

test('questions on one scale share a table; one that depends on another says so', () => {
  const labels = ['差', '较差', '一般', '较好', '好'];
  const scale = { kind: 'scale' as const, labels, required: true, showIf: null };
  const questions: Question[] = [
    { ...scale, id: 'place', title: '场地' },
    { ...scale, id: 'food', title: '食宿' },
    {
      kind: 'number',
      id: 'age',
      title: '工龄',
      least: 0,
      most: 40,
      required: false,
      showIf: { questionId: 'food', anyOf: ['1'] },
    },
  ];
  const form = boxFormOf({ content: { ...contentOf(questions), intro: '' } });
  expect(saysOf(paperForm('示例基地', run, form, '2026-11-24', null)).slice(4)).toEqual([
    '题目|1 差|2 较差|3 一般|4 较好|5 好',
    '1. 场地|□|□|□|□|□',
    '2. 食宿|□|□|□|□|□',
    '3. 工龄（看第 2 题，适用时填）（0–40）　________',
  ]);
});

test('slips carry a code and nobody', () => {
  const slips = codeSlips('示例基地', run, ['123456789'], '2026-11-24');
  expect(saysOf(slips)).toEqual(['满意度调查', '测绘新技术', '只能用一次，不记名', '123 456 789']);
  expect(slips.footer).toBe('示例基地　满意度调查　沿线剪开，随机发放，不要登记谁拿了哪一张');
});
