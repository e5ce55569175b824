import type { CivilDate } from '../domain/base/civil-date.ts';
import { type EmployerYear, type KindHours, type LearnerYear, yearKey } from '../domain/teaching/ledger.ts';
import { requiredHours, type YearlyState, yearlyStateOn } from './yearly-requirement.ts';

function standingKey({ general, professional }: KindHours): string {
  return `${Math.min(general, requiredHours.general)}/${Math.min(professional, requiredHours.professional)}`;
}

/**
 * Adds a learner's year to its employer's, or takes it away. Null where nothing is left.
 * @param sign 1 or -1
 */
export function withLearnerYear(
  before: EmployerYear | null,
  { year, employerId, months, ...hours }: LearnerYear,
  sign: 1 | -1,
): EmployerYear | null {
  const standings = { ...before?.standings };
  const key = standingKey(hours);
  standings[key] = (standings[key] ?? 0) + sign;
  if (standings[key] === 0) delete standings[key];
  const summed = { ...before?.months };
  for (const [month, { general, professional }] of Object.entries(months)) {
    const sum = summed[month] ?? { general: 0, professional: 0 };
    const next = {
      general: sum.general + sign * general,
      professional: sum.professional + sign * professional,
    };
    if (next.general === 0 && next.professional === 0) delete summed[month];
    else summed[month] = next;
  }
  if (Object.keys(standings).length === 0) return null;
  return { id: yearKey(year, employerId), year, employerId, standings, months: summed };
}

/** Several employers' years as one, for the base as a whole. */
export function sumEmployerYears(years: readonly EmployerYear[]): Pick<EmployerYear, 'standings' | 'months'> {
  const standings: Record<string, number> = {};
  const months: Record<string, KindHours> = {};
  for (const year of years) {
    for (const [key, people] of Object.entries(year.standings)) {
      standings[key] = (standings[key] ?? 0) + people;
    }
    for (const [month, { general, professional }] of Object.entries(year.months)) {
      const sum = months[month] ?? { general: 0, professional: 0 };
      months[month] = {
        general: sum.general + general,
        professional: sum.professional + professional,
      };
    }
  }
  return { standings, months };
}

export type StateCounts = Record<YearlyState, number>;

/**
 * How many of an employer's learners stand where on a day (第11条), from the counts alone.
 * @param people everybody who works there: who has no hours yet is counted, too
 */
export function countStates(
  of: Pick<EmployerYear, 'standings'> | undefined,
  people: number,
  year: number,
  today: CivilDate,
): StateCounts {
  const counts: StateCounts = { met: 0, onPace: 0, atRisk: 0, short: 0 };
  let withHours = 0;
  for (const [key, count] of Object.entries(of?.standings ?? {})) {
    const [general = 0, professional = 0] = key.split('/').map(Number);
    counts[yearlyStateOn({ general, professional }, year, today)] += count;
    withHours += count;
  }
  counts[yearlyStateOn({ general: 0, professional: 0 }, year, today)] += Math.max(0, people - withHours);
  return counts;
}
