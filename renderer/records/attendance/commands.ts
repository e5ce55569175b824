export { markAttendance } from './mark-commands.ts';
export { matchWalkIn, recordWalkIn, removeWalkIn } from './walk-in-commands.ts';
