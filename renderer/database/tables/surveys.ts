import type { Survey } from '../../../shared/domain/surveys/survey.ts';
import { defineTable } from './table.ts';

export const surveys = defineTable<Survey>()({
  key: 'id',
  indexes: [],
  label: '问卷',
  nameOf: ({ draft }) => draft.title,
  class: null,
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    id: null,
    audience: '对象',
    draft: '内容',
    version: '版',
    changed: null,
  },
  innerWords: {
    title: '名称',
    intro: '开头的话',
    kind: '类型',
    items: '收费项目',
  },
});
