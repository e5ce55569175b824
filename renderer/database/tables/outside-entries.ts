import type { OutsideEntry } from '../../../shared/domain/teaching/outside-entry.ts';
import { touchesEntry } from '../ledger/effects.ts';
import { defineTable } from './table.ts';

export const outsideEntries = defineTable<OutsideEntry>()({
  key: 'id',
  indexes: ['learnerId', 'certificateKey', 'unprovenDate'],
  label: '外部学时',
  nameOf: ({ title }) => title,
  class: null,
  countedOn: { day: ({ date }) => date, fields: ['date', 'hours', 'way', 'proof'] },
  ledger: touchesEntry,
  sealed: null,
  words: {
    id: null,
    proof: '证明文件',
    certificateKey: null,
    unprovenDate: null,
    at: null,
    by: null,
    learnerId: null,
    kind: '类型',
    way: '参加方式',
    title: '名称',
    issuer: '出具单位',
    issuerKind: '出具单位类型',
    certificateNumber: '证明编号',
    date: '日期',
    hours: '学时',
  },
  innerWords: {
    bytes: '大小（字节）',
  },
});
