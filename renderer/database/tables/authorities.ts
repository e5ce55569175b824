import type { Authority } from '../../../shared/domain/base/authority.ts';
import { defineTable } from './table.ts';

export const authorities = defineTable<Authority>()({
  key: 'id',
  indexes: [],
  label: '主管部门',
  nameOf: ({ name }) => name,
  class: null,
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    id: null,
    name: '名称',
    sealingKey: '加密公钥',
    at: null,
    by: null,
  },
});
