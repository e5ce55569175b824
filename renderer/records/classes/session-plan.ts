import { addDays, type CivilDate, minutesOfDay, weekdayOf } from '../../../shared/domain/base/civil-date.ts';
import type { SessionDetails } from '../../../shared/domain/teaching/session.ts';

export type Rhythm = 'weekly' | 'weekend' | 'workday' | 'daily';
export const rhythms: Record<Rhythm, string> = {
  weekly: '每周同一天',
  weekend: '每周六、周日',
  workday: '周一至周五',
  daily: '每天',
};

const sunday = 0;
const saturday = 6;

const isHeldOn: Record<Rhythm, (date: CivilDate, first: CivilDate) => boolean> = {
  weekly: (date, first) => weekdayOf(date) === weekdayOf(first),
  weekend: (date) => [saturday, sunday].includes(weekdayOf(date)),
  workday: (date) => ![saturday, sunday].includes(weekdayOf(date)),
  daily: () => true,
};

export interface Repeat {
  count: number;
  rhythm: Rhythm;
  /** Whether a day without class is passed over and the sessions go on after it. */
  skipsHolidays: boolean;
}

/** Sessions one after another. */
export interface SessionSeries {
  dates: CivilDate[];
  /** Days passed over, and why. */
  skipped: { date: CivilDate; why: string }[];
}

/** Longest stretch searched for days, so that a rhythm that never falls on a free day comes to an end. */
const searchedDays = 3 * 366;

/**
 * The days on which a session is held `count` times from `first` on.
 * @param whyNot why no class is held on a day; null where one can be
 */
export function seriesFrom(
  first: CivilDate,
  { count, rhythm, skipsHolidays }: Repeat,
  whyNot: (date: CivilDate) => string | null,
): SessionSeries {
  const series: SessionSeries = { dates: [], skipped: [] };
  let date = first;
  for (let day = 0; day < searchedDays && series.dates.length < count; day += 1) {
    // A single session is held on the day it was given, whatever the rhythm.
    if (count === 1 || isHeldOn[rhythm](date, first)) {
      const why = skipsHolidays && count > 1 ? whyNot(date) : null;
      if (why === null) series.dates.push(date);
      else series.skipped.push({ date, why });
    }
    date = addDays(date, 1);
  }
  return series;
}

/** The same session on each of these days. */
export function sessionsOn(dates: readonly CivilDate[], like: SessionDetails): SessionDetails[] {
  return dates.map((date) => ({ ...like, date }));
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
    trainerIds: {},
    makesUpFor: null,
    sharedReason: '',
    ...about,
  };
}
