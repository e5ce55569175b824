import type { AttendanceMark, AttendanceStatus, WalkIn } from '../../../shared/domain/teaching/attendance.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import type { Session } from '../../../shared/domain/teaching/session.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import type { LearnerRow } from '../../database/tables/learner-row.ts';
import { classMembers } from '../classes/queries.ts';
import { employerNames } from '../employers/queries.ts';
import { sessionsOfClass } from '../lookups.ts';

export interface BoardLearner {
  learner: LearnerRow;
  employerName: string;
  mark: AttendanceMark | undefined;
  /** Joined after this session: nothing to mark. */
  notYetJoined: boolean;
}

export interface Board {
  session: Session;
  of: TrainingClass;
  learners: BoardLearner[];
  walkIns: WalkIn[];
}

/** Everything on the board of one session; null where there is no such session. */
export async function readBoard(database: BaseDatabase, sessionId: string): Promise<Board | null> {
  const session = await database.rows.sessions.get(sessionId);
  const of = session && (await database.rows.classes.get(session.classId));
  if (!session || !of) return null;
  const [members, employers, attendance, sessions] = await Promise.all([
    classMembers(database, of.id),
    employerNames(database),
    database.rows.attendance.get(sessionId),
    sessionsOfClass(database, of.id),
  ]);
  const order = new Map(sessions.map(({ id }, index) => [id, index]));
  const here = order.get(sessionId) ?? 0;
  const learners = members.map(({ learner, enrolment }) => ({
    learner,
    employerName: employers.get(learner.employerId ?? '') ?? '',
    mark: attendance?.marks[learner.id],
    notYetJoined: (order.get(enrolment.joinedSessionId ?? '') ?? 0) > here,
  }));
  const walkIns = Object.values(attendance?.walkIns ?? {}).sort((a, b) => a.at.localeCompare(b.at));
  return { session, of, learners, walkIns };
}

/** The key of each status: the first letter of 到 dào, 迟 chí, 假 jià, 缺 quē. */
export const statusKeys: Record<string, AttendanceStatus> = {
  d: 'present',
  c: 'late',
  j: 'leave',
  q: 'absent',
};

export function keyOfStatus(status: AttendanceStatus): string {
  return (
    Object.entries(statusKeys)
      .find(([, value]) => value === status)?.[0]
      ?.toUpperCase() ?? ''
  );
}

/** How many are marked with each status, and how many not at all. */
export function tally(learners: readonly BoardLearner[]): Record<AttendanceStatus | 'unmarked', number> {
  const counts = { present: 0, late: 0, leave: 0, absent: 0, unmarked: 0 };
  for (const { mark, notYetJoined } of learners) {
    if (mark) counts[mark.status] += 1;
    else if (!notYetJoined) counts.unmarked += 1;
  }
  return counts;
}
