export { loadSample, sampleCommands } from './commands.ts';
