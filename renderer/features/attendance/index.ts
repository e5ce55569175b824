import { markAttendance } from './commands.ts';
import { walkInCommands } from './walk-in-commands.ts';

export { AttendancePage } from './attendance-page.tsx';
export { markAttendance, writeMarks } from './commands.ts';

export const attendanceCommands = [markAttendance, ...walkInCommands];
