import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import { isMarked } from '../../../shared/domain/teaching/attendance.ts';
import { describeSession, type Session, sessionDetails } from '../../../shared/domain/teaching/session.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { type CommandContext, defineCommand } from '../../database/command.ts';
import { refuseClosed } from '../guards/refuse-closed.ts';
import { mustGet } from '../lookups.ts';
import { writeTimetable } from './timetable.ts';

async function refuseMarked(session: Session, { database }: CommandContext): Promise<void> {
  const attendance = await database.rows.attendance.get(session.id);
  if (attendance && isMarked(attendance)) {
    throw refusal('sessionHasMarks', { session: describeSession(session) });
  }
}

export const addSessions = defineCommand({
  name: 'addSessions',
  label: '添加课次',
  event: 'sessionsAdded',
  roles: administratorOnly,
  input: z.object({ classId: z.uuid(), sessions: z.array(sessionDetails).min(1) }),
  async perform({ classId, sessions }, context) {
    const of = await mustGet(context.database, 'classes', classId, '培训班');
    await refuseClosed(classId, context);
    const existing = await context.database.rows.sessions.where('classId').equals(classId).toArray();
    const added = sessions.map((session) => ({ ...session, id: context.newId(), classId }));
    await writeTimetable(of, added, [...existing, ...added], context);
  },
});

/** Whether a session needs its learners, trainer or place at another time, or others of them. */
function isPlacedAnew(before: Session, after: Session): boolean {
  const placing = ['date', 'startTime', 'endTime', 'counting', 'trainerName', 'place', 'mode'] as const;
  return placing.some((field) => before[field] !== after[field]);
}

/** Once marked, a session keeps all that its hours depend on (第10条); topic, place and trainer may change. */
export const editSession = defineCommand({
  name: 'editSession',
  label: '修改课次',
  event: 'sessionEdited',
  roles: administratorOnly,
  input: z.object({ id: z.uuid(), session: sessionDetails }),
  async perform({ id, session }, context) {
    const before = await mustGet(context.database, 'sessions', id, '课次');
    const of = await mustGet(context.database, 'classes', before.classId, '培训班');
    await refuseClosed(before.classId, context);
    const edited: Session = { ...session, id, classId: before.classId };
    const counted = [
      'date',
      'startTime',
      'endTime',
      'counting',
      'minutes',
      'subjectKind',
      'makesUpFor',
    ] as const;
    if (counted.some((field) => edited[field] !== before[field])) await refuseMarked(before, context);
    const others = await context.database.rows.sessions.where('classId').equals(before.classId).toArray();
    const all = [...others.filter((other) => other.id !== id), edited];
    await writeTimetable(of, [edited], all, context, isPlacedAnew(before, edited) ? [edited] : []);
  },
});

export const removeSession = defineCommand({
  name: 'removeSession',
  label: '删除课次',
  event: 'sessionRemoved',
  roles: administratorOnly,
  input: z.object({ id: z.uuid() }),
  async perform({ id }, context) {
    const session = await mustGet(context.database, 'sessions', id, '课次');
    await refuseClosed(session.classId, context);
    await refuseMarked(session, context);
    const of = await mustGet(context.database, 'classes', session.classId, '培训班');
    const others = await context.database.rows.sessions.where('classId').equals(session.classId).toArray();
    await context.write.remove('sessions', id);
    await context.write.remove('attendance', id);
    await writeTimetable(
      of,
      [],
      others.filter((other) => other.id !== id),
      context,
    );
  },
});
