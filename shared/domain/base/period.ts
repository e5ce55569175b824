import { addDays, type CivilDate, chineseDate } from './civil-date.ts';
import type { Period } from './statistics.ts';

/** What summaries are made for. */
export const periodKinds = { year: '全年', quarter: '季度', month: '月份', range: '自选' } as const;
export type PeriodKind = keyof typeof periodKinds;

function firstOf(year: number, month: number): CivilDate {
  const [later, own] = month > 12 ? [year + 1, month - 12] : [year, month];
  return `${later}-${String(own).padStart(2, '0')}-01`;
}

function monthsFrom(year: number, month: number, count: number): Period {
  return { from: firstOf(year, month), to: addDays(firstOf(year, month + count), -1) };
}

export function yearPeriod(year: number): Period {
  return monthsFrom(year, 1, 12);
}

/** @param quarter 1 to 4 */
export function quarterPeriod(year: number, quarter: number): Period {
  return monthsFrom(year, 3 * quarter - 2, 3);
}

/** @param month 1 to 12 */
export function monthPeriod(year: number, month: number): Period {
  return monthsFrom(year, month, 1);
}

/** What kind of period it is, and its number within the year where it has one. */
export function readPeriod({ from, to }: Period): { kind: PeriodKind; year: number; number: number } {
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  const isSame = (other: Period) => other.from === from && other.to === to;
  if (isSame(yearPeriod(year))) return { kind: 'year', year, number: 0 };
  const quarter = Math.ceil(month / 3);
  if (isSame(quarterPeriod(year, quarter))) return { kind: 'quarter', year, number: quarter };
  if (isSame(monthPeriod(year, month))) return { kind: 'month', year, number: month };
  return { kind: 'range', year, number: 0 };
}

/** A period as a report names it: `2026年`, `2026年第1季度`, `2026年3月`, or its days. */
export function describePeriod(period: Period): string {
  const { kind, year, number } = readPeriod(period);
  switch (kind) {
    case 'year':
      return `${year}年`;
    case 'quarter':
      return `${year}年第${number}季度`;
    case 'month':
      return `${year}年${number}月`;
    case 'range':
      return `${chineseDate(period.from)}至${chineseDate(period.to)}`;
  }
}

function dayYearBefore(day: CivilDate): CivilDate {
  const before = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return before.endsWith('-02-29') ? before.replace('-29', '-28') : before;
}

/** The same period a year earlier; whole months stay whole, whatever February has. */
export function yearBefore(period: Period): Period {
  const { kind, year, number } = readPeriod(period);
  if (kind === 'year') return yearPeriod(year - 1);
  if (kind === 'quarter') return quarterPeriod(year - 1, number);
  if (kind === 'month') return monthPeriod(year - 1, number);
  return { from: dayYearBefore(period.from), to: dayYearBefore(period.to) };
}
