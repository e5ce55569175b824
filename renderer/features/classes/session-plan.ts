import { addDays, minutesOfDay } from '../../../shared/domain/civil-date.ts';
import type { SessionDetails } from '../../../shared/domain/session.ts';

export type Rhythm = 'weekly' | 'daily';
export const rhythms: Record<Rhythm, string> = { weekly: '每周同一天', daily: '每天' };

const daysBetween: Record<Rhythm, number> = { weekly: 7, daily: 1 };

/** The same session `count` times, a day or a week apart. */
export function repeatSession(first: SessionDetails, count: number, rhythm: Rhythm): SessionDetails[] {
  return Array.from({ length: count }, (_, index) => ({
    ...first,
    date: addDays(first.date, index * daysBetween[rhythm]),
  }));
}

/** Minutes from start to end; 0 where they are not a span of time. */
export function spanMinutes(startTime: string, endTime: string): number {
  return Math.max(0, minutesOfDay(endTime) - minutesOfDay(startTime)) || 0;
}

/** What a form for a new session begins with. */
export function firstSession(today: string, about: Partial<SessionDetails> = {}): SessionDetails {
  return {
    date: today,
    startTime: '09:00',
    endTime: '12:00',
    counting: 'minutes',
    minutes: 180,
    subjectKind: 'professional',
    topic: '',
    mode: 'inPerson',
    place: '',
    trainerName: '',
    makesUpFor: null,
    ...about,
  };
}
