import { recordResults } from './commands.ts';

export { AssessmentTab } from './assessment-tab.tsx';
export { recordResults } from './commands.ts';

export const assessmentCommands = [recordResults];
