import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { type ClosingLine, closingLines } from '../../../shared/regulation/class-closing.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { classMembers } from '../classes/queries.ts';
import { sessionsOfClass } from '../lookups.ts';

/** What a class has registered and what is open, from what is there now (第10条). */
export async function closingLinesOf(
  database: BaseDatabase,
  of: TrainingClass,
  today: string,
): Promise<ClosingLine[]> {
  const { attendance, assessments } = database.rows;
  const [sessions, members, marked, assessed] = await Promise.all([
    sessionsOfClass(database, of.id),
    classMembers(database, of.id),
    attendance.where('classId').equals(of.id).toArray(),
    assessments.get(of.id),
  ]);
  return closingLines({
    of,
    sessions,
    learners: members.map(({ learner, enrolment }) => ({
      name: learner.name,
      joinedSessionId: enrolment.joinedSessionId,
      marked: new Set(marked.filter(({ marks }) => marks[learner.id]).map(({ sessionId }) => sessionId)),
      hasResult: assessed?.results[learner.id] !== undefined,
    })),
    unmatchedWalkIns: marked
      .flatMap(({ walkIns }) => Object.values(walkIns))
      .filter(({ learnerId }) => learnerId === null).length,
    today,
  });
}
