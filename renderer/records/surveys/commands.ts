export { closeSurveyRun, openSurveyRun, removeSurveyRun, reopenSurveyRun } from './run-commands.ts';
export { addSurvey, editSurvey, publishSurvey, removeSurvey } from './survey-commands.ts';
