export { editClass, openClass, removeClass } from './class-commands.ts';
export { enrolLearners, withdrawLearner } from './enrolment-commands.ts';
export { addSessions, editSession, removeSession } from './session-commands.ts';
