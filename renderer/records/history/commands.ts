export { undoEntry } from './undo-command.ts';
