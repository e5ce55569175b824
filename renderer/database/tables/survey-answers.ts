import type { SurveyAnswers } from '../../../shared/domain/surveys/survey-run.ts';
import { defineTable } from './table.ts';

export const surveyAnswers = defineTable<SurveyAnswers>()({
  key: 'runId',
  indexes: ['classId'],
  label: '答卷',
  nameOf: null,
  class: { field: 'classId' },
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    runId: null,
    classId: null,
    answers: '评分人数',
  },
});
