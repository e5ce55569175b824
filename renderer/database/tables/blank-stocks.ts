import type { BlankStock } from '../../../shared/domain/certificates/blank-stock.ts';
import { defineTable } from './table.ts';

export const blankStocks = defineTable<BlankStock>()({
  key: 'id',
  indexes: [],
  label: '空白证书',
  nameOf: ({ prefix, first, last }) => `${prefix}${first}–${last}`,
  class: null,
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    id: null,
    used: '已用',
    spoiled: '打废',
    prefix: '编号前缀',
    digits: '数字位数',
    first: '首次成绩',
    last: '止号',
    receivedOn: '收到日期',
  },
  innerWords: {
    number: '编号',
    reason: '原因',
  },
});
