import type { Receipt } from '../../../shared/domain/money/receipt.ts';
import { defineTable } from './table.ts';

export const receipts = defineTable<Receipt>()({
  key: 'id',
  indexes: ['&number', 'date', '*chargeIds', 'refundOf', 'employerId'],
  label: '收据',
  nameOf: ({ number }) => number,
  class: null,
  countedOn: { day: ({ date }) => date, fields: ['date', 'source', 'kind', 'totalFen', 'voided'] },
  ledger: null,
  sealed: null,
  words: {
    id: null,
    number: '编号',
    kind: '类型',
    date: '日期',
    method: '收款方式',
    source: '经费来源',
    partyName: '交款人',
    employerId: null,
    lines: '明细',
    chargeIds: null,
    totalFen: '合计',
    note: '备注',
    refundOf: null,
    voided: '作废',
    at: null,
    by: null,
  },
  innerWords: {
    fen: '金额',
    learnerName: '学员',
    classTitle: '培训班',
    itemTitle: '收费项目',
    reason: '原因',
  },
});
