import type { PrinterProfile } from '../../../shared/domain/certificates/stored-design.ts';
import { defineTable } from './table.ts';

export const printers = defineTable<PrinterProfile>()({
  key: 'id',
  indexes: [],
  label: '打印机校准',
  nameOf: ({ name }) => name,
  class: null,
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    id: null,
    name: '名称',
    dx: '往右移（毫米）',
    dy: '往下移（毫米）',
    scaleX: '横向比例',
    scaleY: '纵向比例',
    paper: '纸张',
    flip: '双面打印',
  },
});
