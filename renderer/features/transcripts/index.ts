export { transcriptCommands } from './commands.ts';
export { useTranscripts } from './printing.ts';
export { linesOfYear, type StatedLine } from './statement.ts';
export { TranscriptsPage } from './transcripts-page.tsx';
