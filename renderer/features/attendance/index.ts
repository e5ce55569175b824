import { markAttendance } from './commands.ts';
import { walkInCommands } from './walk-in-commands.ts';

export { AttendancePage } from './attendance-page.tsx';
export { markAttendance, refusePresentElsewhere, writeMarks } from './commands.ts';
export { walkInNotePlace } from './walk-in-commands.ts';

export const attendanceCommands = [markAttendance, ...walkInCommands];
