import { handOverClass } from './hand-over-commands.ts';
import { decideMark, takeBackMarks } from './merge-commands.ts';
import { receiveClass } from './receive-command.ts';

export { ClassroomPage } from './classroom-page.tsx';
export { HandoverTools } from './handover-tools.tsx';
export { ReceiveClass } from './receive-class.tsx';
export { openDisputes } from './rows.ts';

export const handoverCommands = [handOverClass, takeBackMarks, decideMark, receiveClass];
