import { minutesOfDay } from '../domain/base/civil-date.ts';
import type { SessionDetails } from '../domain/teaching/session.ts';
import { halfDaysPerDate } from './credit-hours.ts';

type Slot = Pick<SessionDetails, 'date' | 'startTime' | 'endTime' | 'counting'>;

const noon = 12 * 60;

function half(slot: Slot): 'morning' | 'afternoon' {
  return minutesOfDay(slot.startTime) < noon ? 'morning' : 'afternoon';
}

/** Whether a slot reaches into a half of its day; a half-day activity fills the half it starts in. */
function touches(slot: Slot, which: 'morning' | 'afternoon'): boolean {
  if (slot.counting === 'halfDay') return half(slot) === which;
  return which === 'morning' ? minutesOfDay(slot.startTime) < noon : minutesOfDay(slot.endTime) > noon;
}

/**
 * Whether one person cannot have attended both: they overlap, or one is a half day (第10条) in a
 * half the other reaches into.
 */
export function sessionsConflict(a: Slot, b: Slot): boolean {
  if (a.date !== b.date) return false;
  if (a.counting === 'halfDay' || b.counting === 'halfDay') {
    if ((['morning', 'afternoon'] as const).some((which) => touches(a, which) && touches(b, which)))
      return true;
  }
  return timesOverlap(a, b);
}

/** Whether two slots share a minute of one day; one that begins when the other ends does not. */
export function timesOverlap(a: Slot, b: Slot): boolean {
  return (
    a.date === b.date &&
    minutesOfDay(a.startTime) < minutesOfDay(b.endTime) &&
    minutesOfDay(b.startTime) < minutesOfDay(a.endTime)
  );
}

/** Whether a date would hold more half days than a day has halves. */
export function tooManyHalfDays(slots: readonly Slot[], date: string): boolean {
  return slots.filter((slot) => slot.date === date && slot.counting === 'halfDay').length > halfDaysPerDate;
}
