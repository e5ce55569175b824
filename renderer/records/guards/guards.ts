import type { Guards } from '../../database/execute.ts';
import { refuseAtClassroom } from './refuse-at-classroom.ts';
import { refuseFiledChanges } from './refuse-filed-changes.ts';
import { refuseSubmittedChanges } from './refuse-submitted-changes.ts';

/** What no command of a base may do, whatever it is for: every `execute` over its records asks these. */
export const guards: Guards = {
  before: refuseAtClassroom,
  async after(database, touched, { changesFiled }) {
    if (!changesFiled) await refuseFiledChanges(database, touched);
    await refuseSubmittedChanges(database, touched);
  },
};
