export { authorityCommands } from './authority-commands.ts';
export { submissionCommands } from './commands.ts';
export { readSubmissionDuties } from './duties.ts';
export { readRecords } from './records.ts';
export { StatisticsPage } from './statistics-page.tsx';
