import type { Enrolment } from '../../../shared/domain/teaching/enrolment.ts';
import { defineTable } from './table.ts';

export const enrolments = defineTable<Enrolment>()({
  key: 'id',
  indexes: ['classId', 'learnerId'],
  label: '班级学员',
  nameOf: ({ learnerId }, { learner }) => learner(learnerId),
  class: { field: 'classId' },
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    id: null,
    classId: null,
    learnerId: null,
    enrolledAt: null,
    joinedSessionId: null,
  },
});
