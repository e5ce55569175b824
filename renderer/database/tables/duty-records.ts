import type { DutyRecord } from '../../../shared/domain/base/duty-record.ts';
import { defineTable } from './table.ts';

export const dutyRecords = defineTable<DutyRecord>()({
  key: 'id',
  indexes: ['year'],
  label: '履职记录',
  nameOf: ({ evidence }) => evidence,
  class: null,
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    id: null,
    proof: '证明文件',
    at: null,
    by: null,
    duty: '事项',
    year: '年度',
    evidence: '依据',
    date: '日期',
  },
  innerWords: {
    bytes: '大小（字节）',
  },
});
