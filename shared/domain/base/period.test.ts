import { describe, expect, test } from 'vitest';
import { describePeriod, monthPeriod, quarterPeriod, yearBefore, yearPeriod } from './period.ts';

describe('periods of summaries', () => {
  test.each([
    [yearPeriod(2026), '2026-01-01', '2026-12-31', '2026年'],
    [quarterPeriod(2026, 1), '2026-01-01', '2026-03-31', '2026年第1季度'],
    [quarterPeriod(2026, 4), '2026-10-01', '2026-12-31', '2026年第4季度'],
    [monthPeriod(2024, 2), '2024-02-01', '2024-02-29', '2024年2月'],
    [monthPeriod(2026, 12), '2026-12-01', '2026-12-31', '2026年12月'],
    [{ from: '2026-03-05', to: '2026-04-10' }, '2026-03-05', '2026-04-10', '2026年3月5日至2026年4月10日'],
  ])('%o', (period, from, to, words) => {
    expect(period).toEqual({ from, to });
    expect(describePeriod(period)).toBe(words);
  });

  test.each([
    [yearPeriod(2026), yearPeriod(2025)],
    [monthPeriod(2025, 2), monthPeriod(2024, 2)],
    [quarterPeriod(2026, 2), quarterPeriod(2025, 2)],
    [
      { from: '2024-02-29', to: '2024-03-10' },
      { from: '2023-02-28', to: '2023-03-10' },
    ],
  ])('a year before %o', (period, before) => {
    expect(yearBefore(period)).toEqual(before);
  });
});
