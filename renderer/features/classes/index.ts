import { classCommands as commandsOfClasses } from './commands.ts';
import { enrolmentCommands } from './enrolment-commands.ts';
import { sessionCommands } from './session-commands.ts';

export { ClassesPage } from './classes-page.tsx';
export { openClass } from './commands.ts';
export { EditClassDrawer } from './edit-class-drawer.tsx';
export { enrol, enrolLearners } from './enrolment-commands.ts';
export { MembersTab } from './members-tab.tsx';
export {
  type ClassMember,
  classMembers,
  openClasses,
  useClass,
  useClassMembers,
  useTimetable,
} from './queries.ts';
export { refuseClosed } from './refuse-closed.ts';
export { editSession } from './session-commands.ts';
export { SessionDrawer } from './session-drawer.tsx';
export { TimetableTab } from './timetable-tab.tsx';

export const classCommands = [...commandsOfClasses, ...sessionCommands, ...enrolmentCommands];
