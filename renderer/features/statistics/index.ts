export { submissionCommands } from './commands.ts';
export { readRecords } from './records.ts';
export { StatisticsPage } from './statistics-page.tsx';
