import type { YearHours } from '../domain/certificate.ts';
import { civilYear } from '../domain/civil-date.ts';
import { byTime, type Session } from '../domain/session.ts';

/** 第10条: every 45 minutes count one hour. */
export const minutesPerCreditHour = 45;
/** 第10条: every half day of a visit or lecture counts four hours. */
export const creditHoursPerHalfDay = 4;
/** A day has two halves. */
export const halfDaysPerDate = 2;

export interface CreditHours {
  years: YearHours[];
  general: number;
  professional: number;
  total: number;
}

/**
 * The sessions that count for one learner: those attended, without a make-up whose missed session
 * was attended after all (it replaces, never adds), once a missed session.
 */
export function countedSessions(sessions: readonly Session[], attended: ReadonlySet<string>): Session[] {
  const madeUp = new Set<string>();
  return [...sessions].sort(byTime).filter((session) => {
    if (!attended.has(session.id)) return false;
    if (session.makesUpFor === null) return true;
    if (attended.has(session.makesUpFor) || madeUp.has(session.makesUpFor)) return false;
    madeUp.add(session.makesUpFor);
    return true;
  });
}

/**
 * Credit hours of one learner in one class (第10条), integers.
 * Minutes are added up per kind and civil year before the division, so parts are lost only once;
 * half days count four each, at most two a date.
 * @param attended ids of the sessions this learner was present at
 */
export function countCreditHours(sessions: readonly Session[], attended: ReadonlySet<string>): CreditHours {
  const minutes = new Map<number, { general: number; professional: number }>();
  const halfDayHours = new Map<number, { general: number; professional: number }>();
  const halfDaysOn = new Map<string, number>();
  const years = new Set<number>();
  for (const session of countedSessions(sessions, attended)) {
    const year = civilYear(session.date);
    years.add(year);
    const byKind = session.counting === 'minutes' ? minutes : halfDayHours;
    const sums = byKind.get(year) ?? { general: 0, professional: 0 };
    byKind.set(year, sums);
    if (session.counting === 'minutes') {
      sums[session.subjectKind] += session.minutes;
      continue;
    }
    const taken = halfDaysOn.get(session.date) ?? 0;
    if (taken >= halfDaysPerDate) continue;
    halfDaysOn.set(session.date, taken + 1);
    sums[session.subjectKind] += creditHoursPerHalfDay;
  }
  const hoursOf = (year: number, kind: 'general' | 'professional') =>
    Math.floor((minutes.get(year)?.[kind] ?? 0) / minutesPerCreditHour) +
    (halfDayHours.get(year)?.[kind] ?? 0);
  const rows = [...years].sort().map((year) => ({
    year,
    general: hoursOf(year, 'general'),
    professional: hoursOf(year, 'professional'),
  }));
  const general = rows.reduce((sum, row) => sum + row.general, 0);
  const professional = rows.reduce((sum, row) => sum + row.professional, 0);
  return { years: rows, general, professional, total: general + professional };
}
