import type { Loan } from '../../../shared/domain/teaching/filing.ts';
import { defineTable } from './table.ts';

export const loans = defineTable<Loan>()({
  key: 'id',
  indexes: ['filingId'],
  label: '借阅',
  nameOf: ({ number, borrower }) => `${number} ${borrower}`,
  class: null,
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    id: null,
    number: '案卷号',
    by: null,
    returned: '收回',
    filingId: null,
    borrower: '借阅人',
    unit: '部门或单位',
    purpose: '事由',
    borrowedOn: '借出日期',
    dueOn: '应还日期',
  },
  innerWords: {
    on: '日期',
    note: '备注',
  },
});
