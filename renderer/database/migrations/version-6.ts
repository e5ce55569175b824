import { version5 } from './version-5.ts';

/**
 * Surveys with their versions, where they were put to people, what was answered, and what is to be improved;
 * looks of certificates with their versions, how printers are off, what is being printed, and preprinted blanks.
 */
export const version6 = {
  ...version5,
  surveys: 'id',
  surveyVersions: 'id, surveyId',
  surveyRuns: 'id, versionId, classId, aboutClassId, year',
  surveyAnswers: 'runId, classId',
  improvementTasks: 'id, planLineId',
  certificateDesigns: 'id',
  designVersions: 'id, designId',
  printers: 'id',
  printRuns: 'id',
  blankStocks: 'id',
} as const;
