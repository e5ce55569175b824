import type { SurveyVersion } from '../../../shared/domain/surveys/survey.ts';
import { defineTable } from './table.ts';

export const surveyVersions = defineTable<SurveyVersion>()({
  key: 'id',
  indexes: ['surveyId'],
  label: '问卷版本',
  nameOf: ({ content }) => content.title,
  class: null,
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    id: null,
    surveyId: null,
    version: '版',
    content: '内容',
    at: null,
    by: null,
  },
  innerWords: {
    title: '名称',
    intro: '开头的话',
    kind: '类型',
    items: '收费项目',
  },
});
