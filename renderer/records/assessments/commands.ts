export { recordResults } from './result-commands.ts';
