import type { TimetableConflict } from '../../../shared/regulation/timetable-conflict.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { sessionsOfClass } from '../lookups.ts';
import { findTimetableConflicts, scheduledForLearners } from './conflicts.ts';
import { joiningSession } from './enrolment-commands.ts';

/** Who of these learners could not join a class now, being in another at the same time. */
export async function findEnrolmentConflicts(
  database: BaseDatabase,
  classId: string,
  learnerIds: readonly string[],
): Promise<TimetableConflict[]> {
  const [sessions, joinedSessionId] = await Promise.all([
    sessionsOfClass(database, classId),
    joiningSession(classId, { database }),
  ]);
  const enrolments = learnerIds.map((learnerId) => ({ learnerId, joinedSessionId }));
  return findTimetableConflicts(database, scheduledForLearners(classId, sessions, enrolments));
}
