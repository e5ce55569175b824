import { learnerCommands as commandsOfLearners } from './commands.ts';
import { importLearners } from './import-command.ts';
import { mergeLearners } from './merge-command.ts';

export { RosterImport } from './import/roster-import.tsx';
export { importLearners } from './import-command.ts';
export { LearnerPicker } from './learner-picker.tsx';
export { LearnersPage } from './learners-page.tsx';
export { findLearners, findLearnersByLines, type LineMatch } from './queries.ts';

export const learnerCommands = [...commandsOfLearners, importLearners, mergeLearners];
