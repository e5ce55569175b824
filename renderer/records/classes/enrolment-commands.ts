import { z } from 'zod';
import { whoServes } from '../../../shared/domain/base/actor.ts';
import { paidFen } from '../../../shared/domain/money/charge.ts';
import type { Enrolment } from '../../../shared/domain/teaching/enrolment.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { type CommandContext, defineCommand } from '../../database/command.ts';
import { refuseClosed } from '../guards/refuse-closed.ts';
import { enrolmentIn, mustGet, sessionsOfClass } from '../lookups.ts';
import { refuseTimetableConflicts, scheduledForLearners } from './conflicts.ts';

/** Where someone enrolled now joins: null from the start, else the first session not yet marked. */
export async function joiningSession(
  classId: string,
  { database }: Pick<CommandContext, 'database'>,
): Promise<string | null> {
  const attendance = await database.rows.attendance.where('classId').equals(classId).toArray();
  const marked = new Set(
    attendance.filter(({ marks }) => Object.keys(marks).length > 0).map(({ sessionId }) => sessionId),
  );
  if (marked.size === 0) return null;
  const sessions = await sessionsOfClass(database, classId);
  const lastMarked = sessions.findLastIndex(({ id }) => marked.has(id));
  return (sessions[lastMarked + 1] ?? sessions[lastMarked])?.id ?? null;
}

/** Adds learners to a class within its capacity; late ones join at the next session not yet marked. */
export async function enrol(
  classId: string,
  learnerIds: readonly string[],
  joinedSessionId: string | null,
  context: CommandContext,
): Promise<void> {
  const { database, write, newId, at } = context;
  const of = await mustGet(database, 'classes', classId, '培训班');
  await refuseClosed(classId, context);
  const enrolled = await database.rows.enrolments.where('classId').equals(classId).toArray();
  const present = new Set(enrolled.map(({ learnerId }) => learnerId));
  const wanted = enrolled.length + learnerIds.length;
  if (of.capacity !== null && wanted > of.capacity) {
    throw refusal('classFull', { title: of.title, capacity: of.capacity, wanted });
  }
  const added: Enrolment[] = [];
  for (const learnerId of learnerIds) {
    const learner = await mustGet(database, 'learners', learnerId, '学员');
    if (present.has(learnerId)) throw refusal('alreadyEnrolled', { name: learner.name });
    present.add(learnerId);
    added.push({ id: newId(), classId, learnerId, enrolledAt: at, joinedSessionId });
  }
  const sessions = await sessionsOfClass(database, classId);
  await refuseTimetableConflicts(database, scheduledForLearners(classId, sessions, added));
  await write.put('enrolments', ...added);
}

export const enrolLearners = defineCommand({
  name: 'enrolLearners',
  label: '学员报名',
  event: 'learnersEnrolled',
  roles: whoServes,
  input: z.object({ classId: z.uuid(), learnerIds: z.array(z.uuid()).min(1, '没有选择学员') }),
  async perform({ classId, learnerIds }, context) {
    await enrol(classId, learnerIds, await joiningSession(classId, context), context);
  },
});

export const withdrawLearner = defineCommand({
  name: 'withdrawLearner',
  label: '退班',
  event: 'learnerWithdrawn',
  roles: whoServes,
  input: z.object({ classId: z.uuid(), learnerId: z.uuid() }),
  async perform({ classId, learnerId }, { database, write }) {
    await refuseClosed(classId, { database });
    const { name } = await mustGet(database, 'learners', learnerId, '学员');
    const { attendance, assessments, certificates } = database.rows;
    const enrolment = await enrolmentIn(database, classId, learnerId);
    if (!enrolment) throw refusal('notEnrolled', { name });
    const marked = (await attendance.where('classId').equals(classId).toArray()).some(
      ({ marks }) => marks[learnerId],
    );
    const assessed = (await assessments.get(classId))?.results[learnerId];
    const issued = (await certificates.where('classId').equals(classId).toArray()).some(
      (row) => row.learnerId === learnerId,
    );
    if (marked || assessed || issued) throw refusal('hasAttendance', { name });
    const charges = await database.rows.charges.where('learnerId').equals(learnerId).toArray();
    const isOpen = charges.some((one) => one.classId === classId && (one.owedFen > 0 || paidFen(one) > 0));
    if (isOpen) throw refusal('learnerHasCharges', { name });
    await write.remove('enrolments', enrolment.id);
  },
});
