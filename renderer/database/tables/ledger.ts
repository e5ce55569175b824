import type { LedgerLine } from '../../../shared/domain/teaching/ledger.ts';
import { defineDerivedTable } from './table.ts';

export const ledger = defineDerivedTable<LedgerLine>()({
  key: 'id',
  indexes: ['learnerId'],
  label: '学时台账',
  nameOf: null,
  class: null,
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    id: null,
    learnerId: null,
    year: '年度',
    kind: '类型',
    hours: '学时',
    source: '经费来源',
    way: '参加方式',
  },
  innerWords: {
    date: '日期',
  },
});
