import type { Account } from '../../../shared/domain/base/account.ts';
import { defineTable } from './table.ts';

export const accounts = defineTable<Account>()({
  key: 'id',
  indexes: ['&name'],
  label: '账号',
  nameOf: ({ name }) => name,
  class: null,
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    name: '姓名',
    roles: '身份',
    id: null,
    active: '可以登录',
    passwordSetAt: '密码设于',
  },
});
