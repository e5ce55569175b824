import type { ClassAssessment } from '../../../shared/domain/teaching/assessment.ts';
import { defineTable } from './table.ts';

export const assessments = defineTable<ClassAssessment>()({
  key: 'classId',
  indexes: [],
  label: '成绩',
  nameOf: ({ classId }, { classTitle }) => classTitle(classId),
  class: { field: 'classId' },
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    classId: null,
    results: null,
  },
  innerWords: {
    first: '首次成绩',
    result: '结果',
    kind: '类型',
    score: '分数',
    passed: '合格',
    makeUp: '补考成绩',
  },
});
