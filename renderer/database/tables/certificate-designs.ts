import type { StoredDesign } from '../../../shared/domain/certificates/stored-design.ts';
import { defineTable } from './table.ts';

export const certificateDesigns = defineTable<StoredDesign>()({
  key: 'id',
  indexes: [],
  label: '证书样式',
  nameOf: ({ draft }) => draft.name,
  class: null,
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    id: null,
    draft: '内容',
    version: '版',
    changed: null,
  },
  innerWords: {
    name: '名称',
    onBlank: '套打',
    kind: '类型',
    note: '备注',
  },
});
