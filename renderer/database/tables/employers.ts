import type { Employer } from '../../../shared/domain/people/employer.ts';
import { defineTable } from './table.ts';

export const employers = defineTable<Employer>()({
  key: 'id',
  indexes: ['&name'],
  label: '单位',
  nameOf: ({ name }) => name,
  class: null,
  countedOn: null,
  ledger: null,
  sealed: { contactPhone: true },
  words: {
    name: '单位名称',
    creditCode: '统一社会信用代码',
    regionCode: '地区',
    kind: '单位性质',
    ownership: '所有制',
    contact: '联系人',
    id: null,
    contactPhone: '联系电话',
    creditCodeReason: '信用代码校验不符的理由',
  },
});
