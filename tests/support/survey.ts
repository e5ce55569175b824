import { v7 as uuid } from 'uuid';
import type { BoxForm } from '../../shared/contract/surveys.ts';
import type { Question, SurveyContent } from '../../shared/domain/surveys/survey.ts';

const labels = ['很差', '较差', '一般', '较好', '很好'];

/** One question of each kind, the shortest form that has them all. */
export const everyKind: Question[] = [
  { kind: 'scale', id: 'all', title: '总体满意度', labels, required: true, showIf: null },
  {
    kind: 'matrix',
    id: 'teaching',
    title: '请为教师评分',
    labels,
    items: [{ id: 'attitude', title: '教学态度' }],
    required: true,
    showIf: null,
  },
  {
    kind: 'multiple',
    id: 'form',
    title: '希望的形式',
    choices: [
      { id: 'c1', title: '面授' },
      { id: 'c2', title: '远程' },
    ],
    required: false,
    showIf: null,
  },
  { kind: 'text', id: 'advice', title: '建议', required: false, showIf: null },
];

export const ratedTrainer = { id: '01990000-0000-7000-8000-00000000000a', name: '高教授' };

export function contentOf(questions: Question[], title = '满意度调查'): SurveyContent {
  return { title, intro: '不记名', sections: [{ id: 'first', title: '一', questions }] };
}

export function boxFormOf(about: Partial<BoxForm> = {}): BoxForm {
  return {
    runId: uuid(),
    content: contentOf(everyKind),
    trainers: [ratedTrainer],
    access: 'open',
    ...about,
  };
}

/** A whole answer to `everyKind`. */
export function answerOf(point: number, advice = '') {
  return { all: point, teaching: { [ratedTrainer.id]: { attitude: point } }, ...(advice && { advice }) };
}
