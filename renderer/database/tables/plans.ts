import type { Plan } from '../../../shared/domain/teaching/plan.ts';
import { defineTable } from './table.ts';

export const plans = defineTable<Plan>()({
  key: 'id',
  indexes: [],
  label: '教学计划',
  nameOf: ({ id }) => `${id} 年`,
  class: null,
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    id: null,
    state: '状态',
    approval: '批准',
    steps: null,
  },
  innerWords: {
    number: '编号',
    date: '日期',
    authority: '批准部门',
    reason: '原因',
  },
});
