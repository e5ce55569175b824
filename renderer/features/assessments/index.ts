import { recordResults } from './commands.ts';

export { AssessmentTab } from './assessment-tab.tsx';
export { recordedResult, recordResults, writeResults } from './commands.ts';

export const assessmentCommands = [recordResults];
