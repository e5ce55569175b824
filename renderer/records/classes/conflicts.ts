import type { Enrolment } from '../../../shared/domain/teaching/enrolment.ts';
import { byTime, type Session, type SessionDetails } from '../../../shared/domain/teaching/session.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { sessionsConflict } from '../../../shared/regulation/session-conflict.ts';
import {
  describeConflicts,
  occupiedByBoth,
  type TimetableConflict,
} from '../../../shared/regulation/timetable-conflict.ts';
import type { BaseDatabase } from '../../database/base-database.ts';

/** What is to be held, against all other classes. */
export interface Scheduled {
  /** Null for a class that is not opened yet. */
  classId: string | null;
  sessions: readonly SessionDetails[];
  /** Who attends them, from which session on. */
  enrolments: readonly Pick<Enrolment, 'learnerId' | 'joinedSessionId'>[];
}

interface Pair {
  session: SessionDetails;
  other: Session;
}

async function sessionsElsewhere(
  { rows }: BaseDatabase,
  { classId, sessions }: Scheduled,
): Promise<Session[]> {
  const dates = [...new Set(sessions.map(({ date }) => date))];
  return rows.sessions
    .where('date')
    .anyOf(dates)
    .filter((other) => other.classId !== classId)
    .toArray();
}

/** Learners who would have to be at both sessions of a pair. */
async function learnersInBoth(
  { rows }: BaseDatabase,
  { enrolments }: Scheduled,
  pairs: readonly Pair[],
): Promise<{ pair: Pair; learnerId: string }[]> {
  if (pairs.length === 0 || enrolments.length === 0) return [];
  const classIds = [...new Set(pairs.map(({ other }) => other.classId))];
  const elsewhere = await rows.enrolments.where('classId').anyOf(classIds).toArray();
  const joinedIds = [...enrolments, ...elsewhere].flatMap(({ joinedSessionId }) => joinedSessionId ?? []);
  const joined = new Map(
    (await rows.sessions.bulkGet([...new Set(joinedIds)])).flatMap((row) => (row ? [[row.id, row]] : [])),
  );
  const attends = ({ joinedSessionId }: Pick<Enrolment, 'joinedSessionId'>, session: SessionDetails) => {
    const first = joined.get(joinedSessionId ?? '');
    return first === undefined || byTime(first, session) <= 0;
  };
  const own = new Map(enrolments.map((one) => [one.learnerId, one]));
  return pairs.flatMap((pair) =>
    elsewhere
      .filter((enrolment) => {
        const here = own.get(enrolment.learnerId);
        return (
          enrolment.classId === pair.other.classId &&
          here !== undefined &&
          attends(here, pair.session) &&
          attends(enrolment, pair.other)
        );
      })
      .map(({ learnerId }) => ({ pair, learnerId })),
  );
}

/**
 * Trainers, places and learners that sessions of one class would need while another class has them, in
 * the order of time.
 */
export async function findTimetableConflicts(
  database: BaseDatabase,
  scheduled: Scheduled,
): Promise<TimetableConflict[]> {
  const others = await sessionsElsewhere(database, scheduled);
  const pairs = scheduled.sessions.flatMap((session) =>
    others.filter(({ date }) => date === session.date).map((other) => ({ session, other })),
  );
  const occupied = pairs.flatMap((pair) =>
    occupiedByBoth(pair.session, pair.other).map((one) => ({ pair, ...one })),
  );
  const clashing = pairs.filter(({ session, other }) => sessionsConflict(session, other));
  const people = await learnersInBoth(database, scheduled, clashing);
  const learners = await database.rows.learners.bulkGet(people.map(({ learnerId }) => learnerId));
  const classIds = [...new Set([...occupied, ...people].map(({ pair }) => pair.other.classId))];
  const classes = await database.rows.classes.bulkGet(classIds);
  const titles = new Map(classIds.map((id, index) => [id, classes[index]?.title ?? '']));
  const conflicts = [
    ...occupied,
    ...people.map(({ pair, learnerId }, index) => ({
      pair,
      learnerId,
      kind: 'learner' as const,
      name: learners[index]?.name ?? '',
    })),
  ];
  return conflicts
    .map(({ pair, ...who }) => ({
      ...who,
      session: pair.session,
      otherClass: titles.get(pair.other.classId) ?? '',
    }))
    .sort((a, b) => byTime(a.session, b.session));
}

/**
 * A class's sessions as they are for its learners: whose trainer and place they have was decided when they
 * were planned.
 */
export function scheduledForLearners(
  classId: string,
  sessions: readonly Session[],
  enrolments: Scheduled['enrolments'],
): Scheduled {
  return {
    classId,
    sessions: sessions.map((session) => ({ ...session, trainerName: '', place: '' })),
    enrolments,
  };
}

/** @throws Refusal timetableConflicts, naming who or what would be in two places */
export async function refuseTimetableConflicts(database: BaseDatabase, scheduled: Scheduled): Promise<void> {
  const conflicts = await findTimetableConflicts(database, scheduled);
  if (conflicts.length > 0) throw refusal('timetableConflicts', { conflicts: describeConflicts(conflicts) });
}
