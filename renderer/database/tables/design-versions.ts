import type { DesignVersion } from '../../../shared/domain/certificates/stored-design.ts';
import { defineTable } from './table.ts';

export const designVersions = defineTable<DesignVersion>()({
  key: 'id',
  indexes: ['designId'],
  label: '证书样式版本',
  nameOf: ({ design }) => design.name,
  class: null,
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    id: null,
    designId: null,
    version: '版',
    design: '样式',
    at: null,
    by: null,
  },
  innerWords: {
    name: '名称',
    onBlank: '套打',
    kind: '类型',
    note: '备注',
  },
});
