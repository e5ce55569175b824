import { addDays, type CivilDate, civilYear } from '../domain/base/civil-date.ts';
import type { KindHours } from '../domain/teaching/ledger.ts';

/** 第11条: at least 90 hours a year, of them at least 30 general and 60 professional. */
export const requiredHours = { general: 30, professional: 60, total: 90 } as const;

interface RequirementPart {
  hours: number;
  required: number;
  /** What is still missing; 0 where it is met. */
  short: number;
}

export interface YearlyStanding {
  met: boolean;
  general: RequirementPart;
  professional: RequirementPart;
  total: RequirementPart;
}

function part(hours: number, required: number): RequirementPart {
  return { hours, required, short: Math.max(0, required - hours) };
}

/**
 * How one learner's hours of one civil year stand to 第11条. Each kind has to be met by itself: 40 + 50 are
 * 90, and the year is not met.
 * @param hours integers, as counted by 第10条
 */
export function yearlyStanding(hours: KindHours): YearlyStanding {
  const general = part(hours.general, requiredHours.general);
  const professional = part(hours.professional, requiredHours.professional);
  return {
    met: general.short === 0 && professional.short === 0,
    general,
    professional,
    total: part(hours.general + hours.professional, requiredHours.total),
  };
}

/** Short, but with as much behind them as the year has; or already behind it; or the year is over. */
export const yearlyStates = { met: '已达标', onPace: '进行中', atRisk: '有风险', short: '未达标' } as const;
export type YearlyState = keyof typeof yearlyStates;

function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** How much of a civil year is over on a day, from 0 before it to 1 after it, both ends of the day included. */
export function elapsedShare(year: number, today: CivilDate): number {
  const [first, next] = [`${year}-01-01`, `${year + 1}-01-01`];
  if (today < first) return 0;
  if (today >= next) return 1;
  return daysBetween(first, addDays(today, 1)) / daysBetween(first, next);
}

/**
 * How a year stands on a day (第11条). At risk is whoever has, of either kind, a smaller share of the
 * required hours than of the year has passed; once the year is over, what is missing stays missing.
 */
export function yearlyStateOn(hours: KindHours, year: number, today: CivilDate): YearlyState {
  const { met, general, professional } = yearlyStanding(hours);
  if (met) return 'met';
  if (civilYear(today) > year) return 'short';
  const elapsed = elapsedShare(year, today);
  const isBehind = [general, professional].some(({ hours: have, required }) => have < required * elapsed);
  return isBehind ? 'atRisk' : 'onPace';
}

/** What is missing in words: `公需 12、专业 5`; empty where nothing is. */
export function describeShortfall({ general, professional }: YearlyStanding): string {
  return [
    ...(general.short > 0 ? [`公需 ${general.short}`] : []),
    ...(professional.short > 0 ? [`专业 ${professional.short}`] : []),
  ].join('、');
}
