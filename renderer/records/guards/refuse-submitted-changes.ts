import { describePeriod } from '../../../shared/domain/base/period.ts';
import { same } from '../../../shared/domain/base/same.ts';
import type { SessionAttendance } from '../../../shared/domain/teaching/attendance.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { daysCounted, lockedPeriodsOf } from '../../../shared/regulation/submitted-periods.ts';
import type { BaseDatabase } from '../../database/schema.ts';
import type { TouchedRow } from '../../database/writer.ts';

/** The session whose marks were changed; null where only something else of the row was. */
function markedSession({ table, before, after }: TouchedRow): string | null {
  if (table !== 'attendance') return null;
  const [old, now] = [before, after] as [SessionAttendance | undefined, SessionAttendance | undefined];
  const session = (now ?? old)?.sessionId;
  return session === undefined || same(old?.marks ?? {}, now?.marks ?? {}) ? null : session;
}

/**
 * Refuses a change of what a submitted period was counted from, unless a correction of it is open (第28条).
 * @throws Refusal periodSubmitted
 */
export async function refuseSubmittedChanges(
  database: BaseDatabase,
  touched: readonly TouchedRow[],
): Promise<void> {
  const days = touched.flatMap(daysCounted);
  const marked = touched.flatMap((row) => markedSession(row) ?? []);
  if (days.length + marked.length === 0) return;
  const sessions = await database.rows.sessions.bulkGet([...new Set(marked)]);
  const changed = new Set([...days, ...sessions.flatMap((session) => session?.date ?? [])]);
  const [earliest] = [...changed].sort();
  if (earliest === undefined) return;
  // Each holds the figures of its period: a mark of today reads none of the past.
  const submissions = await database.rows.submissions.where('period.to').aboveOrEqual(earliest).toArray();
  const locked = new Set(
    [...changed].flatMap((day) => lockedPeriodsOf(submissions, day).map(describePeriod)),
  );
  if (locked.size > 0) throw refusal('periodSubmitted', { periods: [...locked].join('、') });
}
