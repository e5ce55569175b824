import type { EmployerYear } from '../../../shared/domain/teaching/ledger.ts';
import { defineDerivedTable } from './table.ts';

export const employerYears = defineDerivedTable<EmployerYear>()({
  key: 'id',
  indexes: [],
  label: '单位年度学时',
  nameOf: null,
  class: null,
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    id: null,
    year: '年度',
    employerId: null,
    standings: null,
    months: null,
  },
  innerWords: {
    general: '公需学时',
    professional: '专业学时',
  },
});
