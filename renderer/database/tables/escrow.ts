import type { Escrow } from '../../../shared/domain/base/account.ts';
import { defineTable } from './table.ts';

export const escrow = defineTable<Escrow>()({
  key: 'id',
  indexes: [],
  label: '恢复密钥',
  nameOf: null,
  class: null,
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    id: null,
    keyId: null,
    lock: null,
  },
});
