import type { TrainerScore } from '../../../shared/domain/people/trainer-score.ts';
import { defineTable } from './table.ts';

export const trainerScores = defineTable<TrainerScore>()({
  key: 'id',
  indexes: ['trainerId', 'classId'],
  label: '教师评分',
  nameOf: ({ classId }, { classTitle }) => classTitle(classId),
  class: { field: 'classId' },
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    id: null,
    runId: null,
    at: null,
    by: null,
    trainerId: null,
    classId: null,
    score: '评分',
    answers: '评分人数',
    date: '日期',
    note: '备注',
  },
});
