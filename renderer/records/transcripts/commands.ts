export { issueTranscripts, voidTranscript } from './transcript-commands.ts';
