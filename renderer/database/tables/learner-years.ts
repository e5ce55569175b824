import type { LearnerYear } from '../../../shared/domain/teaching/ledger.ts';
import { defineDerivedTable } from './table.ts';

export const learnerYears = defineDerivedTable<LearnerYear>()({
  key: 'id',
  indexes: [],
  label: '学员年度学时',
  nameOf: null,
  class: null,
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    id: null,
    learnerId: null,
    year: '年度',
    employerId: null,
    months: null,
    metOn: null,
    general: '公需学时',
    professional: '专业学时',
  },
});
