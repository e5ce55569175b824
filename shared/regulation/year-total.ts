import type { CivilDate } from '../domain/base/civil-date.ts';
import {
  type KindHours,
  type LearnerYear,
  type LedgerLine,
  type SessionCredit,
  yearKey,
} from '../domain/teaching/ledger.ts';
import { requiredHours } from './yearly-requirement.ts';

function creditsOf({ source, hours }: LedgerLine): SessionCredit[] {
  return source.kind === 'class' ? Object.values(source.sessions) : [{ date: source.date, hours }];
}

function reachedOn(credits: SessionCredit[], required: number): CivilDate | null {
  let sum = 0;
  for (const { date, hours } of credits.sort((a, b) => a.date.localeCompare(b.date))) {
    sum += hours;
    if (sum >= required) return date;
  }
  return null;
}

function laterOf(a: CivilDate, b: CivilDate): CivilDate {
  return a.localeCompare(b) > 0 ? a : b;
}

/**
 * One learner's civil year from its lines (第11条): the sum by kind and month, and since when each
 * part is met. Null where no line is left: a year without hours has no row.
 * @param lines of this learner and year only
 */
export function totalYear(
  lines: readonly LedgerLine[],
  learnerId: string,
  year: number,
  employerId: string,
): LearnerYear | null {
  if (lines.length === 0) return null;
  const months: Record<string, KindHours> = {};
  const credits = { general: [] as SessionCredit[], professional: [] as SessionCredit[] };
  for (const line of lines) {
    for (const credit of creditsOf(line)) {
      credits[line.kind].push(credit);
      if (credit.hours === 0) continue;
      const month = credit.date.slice(5, 7);
      months[month] ??= { general: 0, professional: 0 };
      months[month][line.kind] += credit.hours;
    }
  }
  const hoursOf = (kind: 'general' | 'professional') =>
    lines.reduce((sum, line) => sum + (line.kind === kind ? line.hours : 0), 0);
  const general = reachedOn(credits.general, requiredHours.general);
  const professional = reachedOn(credits.professional, requiredHours.professional);
  const all = general && professional && [general, professional].reduce(laterOf);
  return {
    id: yearKey(year, learnerId),
    learnerId,
    year,
    employerId,
    general: hoursOf('general'),
    professional: hoursOf('professional'),
    months,
    metOn: { general, professional, all },
  };
}
