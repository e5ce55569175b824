import type { CivilDate } from '../../../shared/domain/base/civil-date.ts';
import { isMarked } from '../../../shared/domain/teaching/attendance.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { byTime, type Session } from '../../../shared/domain/teaching/session.ts';
import type { BaseDatabase } from '../../database/base-database.ts';

export interface CalendarSession {
  session: Session;
  of: TrainingClass;
  /** It was marked, or its class is closed: it stays where it is. */
  isFixed: boolean;
}

/** The sessions of all classes on a span of days, ends included, in the order they are taught. */
export async function readCalendarSessions(
  database: BaseDatabase,
  first: CivilDate,
  last: CivilDate,
): Promise<CalendarSession[]> {
  const { sessions, classes, attendance } = database.rows;
  const found = (await sessions.where('date').between(first, last, true, true).toArray()).sort(byTime);
  const classIds = [...new Set(found.map(({ classId }) => classId))];
  const [held, marks] = await Promise.all([
    classes.bulkGet(classIds),
    attendance.bulkGet(found.map(({ id }) => id)),
  ]);
  const byId = new Map(held.flatMap((of) => (of ? [[of.id, of] as const] : [])));
  return found.flatMap((session, index) => {
    const of = byId.get(session.classId);
    const row = marks[index];
    return of ? [{ session, of, isFixed: Boolean(of.closed || (row && isMarked(row))) }] : [];
  });
}
