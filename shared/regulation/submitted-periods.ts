import { type CivilDate, civilDateAt } from '../domain/base/civil-date.ts';
import type { Period } from '../domain/base/statistics.ts';
import type { Submission } from '../domain/base/submission.ts';
import { isWithin } from './training-facts.ts';

type Submitted = Pick<Submission, 'period' | 'sequence' | 'at' | 'correction'>;

/** A row as a command found it and left it. */
export interface ChangedRecord {
  table: string;
  before: object | undefined;
  after: object | undefined;
}

/** Of these tables' rows, the day a row is counted on, and what of it is counted (第28条). */
const countedFields: Readonly<Record<string, { day(row: Row): unknown; counted: readonly string[] }>> = {
  sessions: {
    day: ({ date }) => date,
    counted: ['date', 'startTime', 'endTime', 'counting', 'minutes', 'subjectKind', 'mode', 'makesUpFor'],
  },
  receipts: { day: ({ date }) => date, counted: ['date', 'source', 'kind', 'totalFen', 'voided'] },
  fundEntries: { day: ({ date }) => date, counted: ['date', 'source', 'direction', 'amountFen'] },
  outsideEntries: { day: ({ date }) => date, counted: ['date', 'hours', 'way', 'proof'] },
  certificates: {
    day: ({ snapshot }) => (snapshot as { issueDate?: unknown } | undefined)?.issueDate,
    // Voiding is counted on the day it is done.
    counted: ['snapshot'],
  },
};
type Row = Readonly<Record<string, unknown>>;

/** Days whose figures a change of a row may alter; of attendance the day is its session's, so it is not here. */
export function daysCounted({ table, before, after }: ChangedRecord): CivilDate[] {
  const fields = countedFields[table];
  if (!fields) return [];
  const [old, now] = [before, after] as [Row | undefined, Row | undefined];
  const isSame = fields.counted.every((name) => JSON.stringify(old?.[name]) === JSON.stringify(now?.[name]));
  if (isSame) return [];
  return [old, now].flatMap((row) => {
    const day = row && fields.day(row);
    return typeof day === 'string' ? [day] : [];
  });
}

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
