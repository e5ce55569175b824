import { z } from 'zod';
import { whoTeaches } from '../../../shared/domain/base/actor.ts';
import {
  type AttendanceStatus,
  attendanceStatus,
  type SessionAttendance,
  wasThere,
} from '../../../shared/domain/teaching/attendance.ts';
import { byTime, describeSession, type Session } from '../../../shared/domain/teaching/session.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { sessionsConflict } from '../../../shared/regulation/session-conflict.ts';
import { type CommandContext, defineCommand } from '../../database/command.ts';
import { refuseCertified, refuseCertifiedIn } from '../certificates/certificate-commands.ts';
import { refuseClosed } from '../guards/refuse-closed.ts';
import { mustGet } from '../lookups.ts';

/** The attendance row of a session, empty where none is written yet. */
export async function attendanceOf(
  session: Session,
  { database }: CommandContext,
): Promise<SessionAttendance> {
  const found = await database.rows.attendance.get(session.id);
  return found ?? { sessionId: session.id, classId: session.classId, marks: {}, walkIns: {} };
}

/** @throws Refusal sessionInFuture: what has not happened can't be recorded */
export function refuseFuture(session: Session, today: string): void {
  if (session.date > today) throw refusal('sessionInFuture', { session: describeSession(session) });
}

/** @throws Refusal presentElsewhere: a person is in one place at a time, over all classes */
export async function refusePresentElsewhere(
  session: Session,
  learnerIds: readonly string[],
  { database }: CommandContext,
): Promise<void> {
  if (learnerIds.length === 0) return;
  const sameDate = await database.rows.sessions.where('date').equals(session.date).toArray();
  const conflicting = sameDate.filter((other) => other.id !== session.id && sessionsConflict(session, other));
  for (const other of conflicting) {
    const attendance = await database.rows.attendance.get(other.id);
    const learnerId = learnerIds.find((id) => wasThere(attendance?.marks[id]));
    if (learnerId === undefined) continue;
    const learner = await database.rows.learners.get(learnerId);
    const of = await database.rows.classes.get(other.classId);
    throw refusal('presentElsewhere', {
      name: learner?.name ?? '',
      session: `${of?.title} ${describeSession(other)}`,
    });
  }
}

async function refuseStrangers(
  session: Session,
  learnerIds: readonly string[],
  { database }: CommandContext,
) {
  const enrolments = await database.rows.enrolments.where('classId').equals(session.classId).toArray();
  const byLearner = new Map(enrolments.map((enrolment) => [enrolment.learnerId, enrolment]));
  for (const learnerId of learnerIds) {
    const enrolment = byLearner.get(learnerId);
    const nameOf = async () => (await database.rows.learners.get(learnerId))?.name ?? '学员';
    if (!enrolment) throw refusal('notEnrolled', { name: await nameOf() });
    const joined = enrolment.joinedSessionId && (await database.rows.sessions.get(enrolment.joinedSessionId));
    if (joined && byTime(session, joined) < 0) {
      throw refusal('beforeJoining', { name: await nameOf(), session: describeSession(joined) });
    }
  }
}

/** A learner's mark before an act, so that the act can be taken back. */
export interface EarlierMark {
  learnerId: string;
  status: AttendanceStatus | null;
  note: string;
}

const givenMark = z.object({
  learnerId: z.uuid(),
  status: attendanceStatus.nullable(),
  note: z.string().trim().max(100).default(''),
});

/**
 * Writes marks of one session; each says who made it and when. Answers the marks it changed.
 * @param refuse what else stands against marking these learners
 * @throws Refusal sessionInFuture, notEnrolled, beforeJoining, presentElsewhere
 */
export async function writeMarks(
  session: Session,
  { marks, keepMarked = false }: { marks: readonly z.output<typeof givenMark>[]; keepMarked?: boolean },
  context: CommandContext,
  refuse: (learnerIds: string[]) => Promise<unknown>,
): Promise<EarlierMark[]> {
  refuseFuture(session, context.today);
  const asked = marks.map(({ learnerId }) => learnerId);
  // None of these waits for another.
  const [attendance] = await Promise.all([
    attendanceOf(session, context),
    refuseStrangers(session, asked, context),
  ]);
  const changing = keepMarked ? marks.filter(({ learnerId }) => !attendance.marks[learnerId]) : marks;
  const learnerIds = changing.map(({ learnerId }) => learnerId);
  const arriving = changing.filter(wasThere).map(({ learnerId }) => learnerId);
  await Promise.all([refuse(learnerIds), refusePresentElsewhere(session, arriving, context)]);
  const updated = { ...attendance.marks };
  for (const { learnerId, status, note } of changing) {
    if (status === null) delete updated[learnerId];
    else updated[learnerId] = { status, note, at: context.at, by: context.actor.name };
  }
  await context.write.put('attendance', { ...attendance, marks: updated });
  return learnerIds.map((learnerId) => {
    const earlier = attendance.marks[learnerId];
    return { learnerId, status: earlier?.status ?? null, note: earlier?.note ?? '' };
  });
}

/**
 * Marks learners at a session, one or all at once; a status of null takes a mark back. With
 * `keepMarked`, whoever has a mark by then keeps it: "everybody else is here" must not undo an
 * absence entered a moment ago. Answers the marks it changed.
 */
export const markAttendance = defineCommand({
  name: 'markAttendance',
  label: '点名',
  event: 'attendanceMarked',
  roles: whoTeaches,
  atClassroom: true,
  input: z.object({
    sessionId: z.uuid(),
    keepMarked: z.boolean().default(false),
    marks: z.array(givenMark).min(1),
  }),
  async refuseUndo({ changes }, context) {
    for (const change of changes) {
      const { classId } = await mustGet(context.database, 'sessions', change.key, '课次');
      await refuseClosed(classId, context);
      await refuseCertifiedIn(change, 'marks', classId, context);
    }
  },
  async perform({ sessionId, ...given }, context) {
    const session = await mustGet(context.database, 'sessions', sessionId, '课次');
    return writeMarks(session, given, context, (learnerIds) =>
      Promise.all([
        refuseClosed(session.classId, context),
        refuseCertified(session.classId, learnerIds, context),
      ]),
    );
  },
});
