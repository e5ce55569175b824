import { type CivilDate, civilYear } from '../domain/base/civil-date.ts';
import type { YearHours } from '../domain/certificates/certificate.ts';
import type { CountingRules } from '../domain/teaching/counting-rules.ts';
import type { SubjectKind } from '../domain/teaching/course.ts';
import { byTime, type Session } from '../domain/teaching/session.ts';

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

/** What one session brought a learner, towards one kind and civil year. */
export interface CreditedSession {
  sessionId: string;
  date: CivilDate;
  year: number;
  kind: SubjectKind;
  /** Whole hours complete with this session; 0 where its minutes go on counting towards the next. */
  hours: number;
}

const wholeHours = {
  dropped: (minutes: number) => Math.floor(minutes / minutesPerCreditHour),
  rounded: (minutes: number) => Math.floor(minutes / minutesPerCreditHour + 0.5),
};

/**
 * What each session brought one learner in one class (第10条), in the order they were taught.
 * Minutes are added up per kind and civil year before the division, so parts are lost only once;
 * half days count four each, at most two a date.
 * @param attended ids of the sessions that count as attended
 * @param partHours what becomes of minutes that make no whole hour
 */
export function creditSessions(
  sessions: readonly Session[],
  attended: ReadonlySet<string>,
  partHours: CountingRules['partHours'] = 'dropped',
): CreditedSession[] {
  const minutes = new Map<string, number>();
  const halfDaysOn = new Map<string, number>();
  return countedSessions(sessions, attended).map((session) => {
    const { id: sessionId, date, subjectKind: kind } = session;
    const year = civilYear(date);
    if (session.counting === 'halfDay') {
      const taken = halfDaysOn.get(date) ?? 0;
      halfDaysOn.set(date, taken + 1);
      return { sessionId, date, year, kind, hours: taken < halfDaysPerDate ? creditHoursPerHalfDay : 0 };
    }
    const sum = `${year}:${kind}`;
    const before = minutes.get(sum) ?? 0;
    minutes.set(sum, before + session.minutes);
    const whole = wholeHours[partHours];
    return { sessionId, date, year, kind, hours: whole(before + session.minutes) - whole(before) };
  });
}

/** Credit hours of one learner in one class (第10条), integers: the sum over its sessions. */
export function countCreditHours(
  sessions: readonly Session[],
  attended: ReadonlySet<string>,
  partHours: CountingRules['partHours'] = 'dropped',
): CreditHours {
  const years = new Map<number, YearHours>();
  for (const { year, kind, hours } of creditSessions(sessions, attended, partHours)) {
    const row = years.get(year) ?? { year, general: 0, professional: 0 };
    row[kind] += hours;
    years.set(year, row);
  }
  const rows = [...years.values()].sort((a, b) => a.year - b.year);
  const general = rows.reduce((sum, row) => sum + row.general, 0);
  const professional = rows.reduce((sum, row) => sum + row.professional, 0);
  return { years: rows, general, professional, total: general + professional };
}
