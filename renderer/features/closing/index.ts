export { closingLinesOf } from './closing-facts.ts';
export { closingCommands } from './commands.ts';
