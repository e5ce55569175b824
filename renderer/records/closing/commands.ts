export { closeClass, correctRecords, reopenClass } from './closing-commands.ts';
