export { closingLinesOf } from './closing-facts.ts';
export { ClosingTab } from './closing-tab.tsx';
export { closingCommands } from './commands.ts';
