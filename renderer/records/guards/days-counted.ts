import type { CivilDate } from '../../../shared/domain/base/civil-date.ts';
import { same } from '../../../shared/domain/base/same.ts';
import { definitionOf, fieldOf, type TouchedRow } from '../../database/rows.ts';

/** What statistics counts that a change of a row may alter (第28条): days, and sessions whose day is to be looked up. */
export interface Counted {
  days: CivilDate[];
  sessionIds: string[];
}

/** What of the statistics a written row touches. */
export function countedIn({ table, before, after }: TouchedRow): Counted {
  const of = definitionOf(table).countedOn;
  if (!of || of.fields.every((field) => same(fieldOf(before, field), fieldOf(after, field)))) {
    return { days: [], sessionIds: [] };
  }
  const rows = [before, after].flatMap((row) => row ?? []);
  return 'day' in of
    ? { days: rows.flatMap((row) => of.day(row) ?? []), sessionIds: [] }
    : { days: [], sessionIds: rows.map((row) => of.daysOfSession(row)) };
}
