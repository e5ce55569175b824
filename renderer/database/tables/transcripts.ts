import type { Transcript } from '../../../shared/domain/certificates/transcript.ts';
import { defineTable } from './table.ts';

export const transcripts = defineTable<Transcript>()({
  key: 'id',
  indexes: ['&number', 'learnerId'],
  label: '学时证明',
  nameOf: ({ number }) => number,
  class: null,
  countedOn: null,
  ledger: null,
  sealed: { 'snapshot.documentNumber': true },
  words: {
    id: null,
    number: '编号',
    learnerId: null,
    year: '年度',
    issuedAt: null,
    issuedBy: null,
    snapshot: null,
    voided: '作废',
  },
  innerWords: {
    documentNumber: '文号',
    approvalNumber: '批准文号',
    general: '公需学时',
    professional: '专业学时',
    baseName: '单位',
    learnerName: '学员',
    employerName: '工作单位',
    lines: '明细',
    title: '名称',
    kind: '类型',
    evidence: '依据',
    reason: '原因',
  },
});
