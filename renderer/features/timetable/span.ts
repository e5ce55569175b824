import { addDays, type CivilDate, weekdayOf } from '../../../shared/domain/base/civil-date.ts';

export const views = { week: '周', month: '月' } as const;
export type View = keyof typeof views;

/** Days since Monday. */
function intoWeek(date: CivilDate): number {
  return (weekdayOf(date) + 6) % 7;
}

/** The days a view shows: Monday to Sunday, of a month also the rest of its first and last week. */
export function spanOf(view: View, date: CivilDate): { first: CivilDate; last: CivilDate } {
  if (view === 'week') {
    const first = addDays(date, -intoWeek(date));
    return { first, last: addDays(first, 6) };
  }
  const firstOfMonth = `${date.slice(0, 7)}-01`;
  const lastOfMonth = addDays(step('month', firstOfMonth, 1), -1);
  return {
    first: addDays(firstOfMonth, -intoWeek(firstOfMonth)),
    last: addDays(lastOfMonth, 6 - intoWeek(lastOfMonth)),
  };
}

/** The day a view goes to, one week or month on or back; a month is gone to by its first day. */
export function step(view: View, date: CivilDate, direction: 1 | -1): CivilDate {
  if (view === 'week') return addDays(date, 7 * direction);
  const [year = 0, month = 0] = date.split('-').map(Number);
  const at = new Date(Date.UTC(year, month - 1 + direction, 1));
  return at.toISOString().slice(0, 10);
}
