import { type CivilDate, civilDateAt } from '../domain/base/civil-date.ts';
import type { Period } from '../domain/base/statistics.ts';
import type { Submission } from '../domain/base/submission.ts';
import { isWithin } from './training-facts.ts';

type Submitted = Pick<Submission, 'period' | 'sequence' | 'at' | 'correction'>;

/**
 * The submitted periods that a day lies in and that no correction is open for (第28条). Of a package made before its
 * period was over, days from the one it was made on are still free.
 */
export function lockedPeriodsOf(submissions: readonly Submitted[], day: CivilDate): Period[] {
  const last = new Map<string, Submitted>();
  for (const one of submissions) {
    const key = `${one.period.from} ${one.period.to}`;
    if ((last.get(key)?.sequence ?? 0) < one.sequence) last.set(key, one);
  }
  return [...last.values()]
    .filter(({ period, at, correction }) => {
      const madeOn = civilDateAt(Date.parse(at));
      return correction === null && isWithin(period, day) && day < madeOn;
    })
    .map(({ period }) => period);
}
