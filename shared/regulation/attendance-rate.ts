import { byTime, type Session } from '../domain/teaching/session.ts';
import { countedSessions } from './credit-hours.ts';

export interface AttendanceRate {
  attended: number;
  planned: number;
}

/**
 * How many of a class's planned sessions a learner attended, made-up ones included. All planned
 * sessions count, also those before a late joiner came: the rate speaks of the class, not of the stay.
 */
export function attendanceRate(sessions: readonly Session[], attended: ReadonlySet<string>): AttendanceRate {
  return {
    attended: countedSessions(sessions, attended).length,
    planned: sessions.filter((session) => session.makesUpFor === null).length,
  };
}

/** Whether the rate reaches a threshold in whole percent; compared without rounding. */
export function reachesThreshold(rate: AttendanceRate, thresholdPercent: number): boolean {
  return rate.attended * 100 >= thresholdPercent * rate.planned;
}

/** The rate in percent, one decimal, rounded down so that it never looks like a threshold it misses. */
export function attendancePercent(rate: AttendanceRate): number {
  return rate.planned === 0 ? 0 : Math.floor((rate.attended * 1000) / rate.planned) / 10;
}

/** The sessions a learner must have a mark for: from the one joined on, make-ups left out. */
export function sessionsToMark(sessions: readonly Session[], joinedSessionId: string | null): Session[] {
  const planned = [...sessions].sort(byTime);
  const joinedAt = planned.findIndex((session) => session.id === joinedSessionId);
  return planned.slice(Math.max(0, joinedAt)).filter((session) => session.makesUpFor === null);
}
