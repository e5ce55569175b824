import type { FundEntry } from '../../../shared/domain/money/fund-entry.ts';
import { defineTable } from './table.ts';

export const fundEntries = defineTable<FundEntry>()({
  key: 'id',
  indexes: ['classId', 'trainerId'],
  label: '班级收支',
  nameOf: ({ party }) => party,
  class: { field: 'classId' },
  countedOn: { day: ({ date }) => date, fields: ['date', 'source', 'direction', 'amountFen'] },
  ledger: null,
  sealed: null,
  words: {
    id: null,
    at: null,
    by: null,
    classId: null,
    direction: '收支',
    date: '日期',
    source: '经费来源',
    category: '用途',
    amountFen: '金额',
    party: '对方',
    note: '备注',
    trainerId: null,
  },
});
