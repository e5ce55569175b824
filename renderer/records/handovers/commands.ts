export { handOverClass } from './hand-over-commands.ts';
export { decideMark, takeBackMarks } from './merge-commands.ts';
export { receiveClass } from './receive-command.ts';
