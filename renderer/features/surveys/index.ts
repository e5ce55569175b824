import { runCommands } from './run-commands.ts';
import { surveyEditing } from './survey-commands.ts';

export { BuilderPage } from './builder-page.tsx';
export { EvaluationTab } from './evaluation-tab.tsx';
export { PilePage } from './pile-page.tsx';
export { type ListedRun, listRuns, type RunResult, readResults, readRunResult, textsOf } from './queries.ts';
export { resultBlocks } from './report-document.ts';
export { closeSurveyRun, openSurveyRun } from './run-commands.ts';
export { RunPage } from './run-page.tsx';
export { addSurvey, publishSurvey } from './survey-commands.ts';
export { SurveysPage } from './surveys-page.tsx';
export { boxFormOf } from './use-ballot-box.ts';

export const surveyCommands = [...surveyEditing, ...runCommands];
