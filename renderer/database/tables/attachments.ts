import type { Attachment } from '../../../shared/domain/teaching/attachment.ts';
import { defineTable } from './table.ts';

export const attachments = defineTable<Attachment>()({
  key: 'id',
  indexes: ['classId', 'shelf', 'hash'],
  label: '附件',
  nameOf: ({ name }) => name,
  class: { field: 'classId' },
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    id: null,
    name: '名称',
    classId: null,
    part: '归档内容',
    shelf: '档案部分',
    at: null,
    by: null,
    hash: null,
    bytes: '大小（字节）',
    kind: '类型',
    type: null,
    pages: '页数',
  },
});
