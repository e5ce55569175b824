import type { SessionAttendance } from '../../../shared/domain/teaching/attendance.ts';
import { byTime, type Session } from '../../../shared/domain/teaching/session.ts';
import type { MarksFile } from '../../../shared/exchange/handover/class-file.ts';
import { claimsOf, type MergedSession, mergeSession } from '../../../shared/regulation/mark-merge.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { sessionsOfClass } from '../lookups.ts';
import { readSessionMarks } from './rows.ts';

interface PlannedSession {
  session: Session;
  attendance: SessionAttendance;
  merged: MergedSession;
  /** Walk-ins that are not known here. */
  walkIns: MarksFile['walkIns'];
}

export interface MergePlan {
  /** Sessions of which the file says anything new, in the order they are taught. */
  sessions: PlannedSession[];
  /** Marks of people who are not in the class here, or of sessions that are gone: left out, and said. */
  leftOut: { learnerId: string; sessionId: string; reason: string }[];
}

/** What a file of marks would bring; shown before it is taken, and done by the same function. */
export async function planMerge(database: BaseDatabase, content: MarksFile): Promise<MergePlan> {
  const { classId, machine, entries, walkIns } = content;
  const [sessions, enrolments] = await Promise.all([
    sessionsOfClass(database, classId),
    database.rows.enrolments.where('classId').equals(classId).toArray(),
  ]);
  const joinedAt = new Map(
    enrolments.map(({ learnerId, joinedSessionId }) => [
      learnerId,
      sessions.find(({ id }) => id === joinedSessionId) ?? null,
    ]),
  );
  const plan: MergePlan = { sessions: [], leftOut: [] };
  const claims = claimsOf(machine, entries);
  const here = new Set(sessions.map(({ id }) => id));
  for (const [sessionId, said] of claims) {
    if (here.has(sessionId)) continue;
    for (const learnerId of said.keys())
      plan.leftOut.push({ sessionId, learnerId, reason: '这次课已经删除' });
  }
  for (const session of sessions) {
    const said = new Map(
      [...(claims.get(session.id) ?? [])].filter(([learnerId]) => {
        const joined = joinedAt.get(learnerId);
        const reason =
          joined === undefined
            ? '已经不在班里'
            : joined && byTime(session, joined) < 0
              ? '这次课在他加入之前'
              : null;
        if (reason !== null) plan.leftOut.push({ sessionId: session.id, learnerId, reason });
        return reason === null;
      }),
    );
    const { attendance, known } = await readSessionMarks(database, session.id, classId);
    const merged = mergeSession(attendance.marks, known, said);
    const added = walkIns.filter(
      ({ sessionId, id }) =>
        sessionId === session.id && !known.walkInIds.includes(id) && !Object.hasOwn(attendance.walkIns, id),
    );
    const isNew = [...said.keys()].some(
      (learnerId) => merged.known.claims[learnerId] !== known.claims[learnerId],
    );
    if (isNew || added.length > 0) plan.sessions.push({ session, attendance, merged, walkIns: added });
  }
  return plan;
}
