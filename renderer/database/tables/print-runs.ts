import type { PrintRun } from '../../../shared/domain/certificates/print-run.ts';
import { defineTable } from './table.ts';

export const printRuns = defineTable<PrintRun>()({
  key: 'id',
  indexes: [],
  label: '成批打印',
  nameOf: ({ title }) => title,
  class: null,
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    id: null,
    title: '名称',
    certificateIds: null,
    printed: '打好张数',
    onBlank: '套打',
    at: null,
    by: null,
  },
});
