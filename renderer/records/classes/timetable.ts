import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { byTime, describeSession, type Session } from '../../../shared/domain/teaching/session.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { sessionsConflict, tooManyHalfDays } from '../../../shared/regulation/session-conflict.ts';
import { resolveTrainers } from '../../../shared/regulation/trainer-roster.ts';
import type { CommandContext } from '../../database/command.ts';
import { namedTrainers } from '../sealing/trainer-rows.ts';
import { refuseTimetableConflicts } from './conflicts.ts';

function refuseConflicts(sessions: readonly Session[]): void {
  for (const [index, session] of sessions.entries()) {
    if (tooManyHalfDays(sessions, session.date)) throw refusal('tooManyHalfDays', { date: session.date });
    const other = sessions.slice(index + 1).find((later) => sessionsConflict(session, later));
    if (other) {
      throw refusal('sessionsOverlap', { first: describeSession(session), second: describeSession(other) });
    }
    if (session.makesUpFor === null) continue;
    const missed = sessions.find(({ id }) => id === session.makesUpFor);
    if (!missed) throw refusal('notFound', { what: '所补的课次' });
    if (missed.makesUpFor !== null || byTime(missed, session) >= 0) {
      throw refusal('makeUpNotAfter', { session: describeSession(missed) });
    }
  }
}

/**
 * Writes sessions of a class and the period that follows from its whole timetable.
 * @param all every session the class has after the change
 * @param placed those of the changed ones whose time, trainer or place is new: what they need must be free
 * @throws Refusal when two sessions of the class could not both be attended, or a trainer, place or
 * learner of the placed ones is needed elsewhere at the same time
 */
export async function writeTimetable(
  of: TrainingClass,
  changed: readonly Session[],
  all: readonly Session[],
  { write, database }: CommandContext,
  placed: readonly Session[] = changed,
): Promise<TrainingClass> {
  refuseConflicts(all);
  const enrolments = await database.rows.enrolments.where('classId').equals(of.id).toArray();
  await refuseTimetableConflicts(database, { classId: of.id, sessions: placed, enrolments });
  const roster = await namedTrainers(database);
  await write.put(
    'sessions',
    ...changed.map((session) => ({ ...session, trainerIds: resolveTrainers(session, roster) })),
  );
  const dates = all.map(({ date }) => date).sort();
  const dated = { ...of, startDate: dates[0] ?? null, endDate: dates.at(-1) ?? null };
  await write.put('classes', dated);
  return dated;
}
