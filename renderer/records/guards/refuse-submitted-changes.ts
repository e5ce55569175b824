import { describePeriod } from '../../../shared/domain/base/period.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { lockedPeriodsOf } from '../../../shared/regulation/submitted-periods.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import type { TouchedRow } from '../../database/rows.ts';
import { countedIn } from './days-counted.ts';

/**
 * Refuses a change of what a submitted period was counted from, unless a correction of it is open (第28条).
 * @throws Refusal periodSubmitted
 */
export async function refuseSubmittedChanges(
  database: BaseDatabase,
  touched: readonly TouchedRow[],
): Promise<void> {
  const counted = touched.map(countedIn);
  const days = counted.flatMap((one) => one.days);
  const sessionIds = [...new Set(counted.flatMap((one) => one.sessionIds))];
  if (days.length + sessionIds.length === 0) return;
  const sessions = await database.rows.sessions.bulkGet(sessionIds);
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
