export { transcriptCommands } from './commands.ts';
