import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LearnerYear } from '../domain/teaching/ledger.ts';
import { countStates, withLearnerYear } from './employer-standing.ts';
import { elapsedShare, yearlyStateOn } from './yearly-requirement.ts';

const yearOf = (general: number, professional: number): LearnerYear => ({
  id: '',
  learnerId: '',
  year: 2026,
  employerId: 'employer-1',
  general,
  professional,
  months: { '03': { general, professional } },
  metOn: { general: null, professional: null, all: null },
});

describe('at risk is whoever has a smaller share of the hours than of the year has passed', () => {
  test.each<[string, number, number, string]>([
    ['2026-07-02', 30, 60, 'met'],
    ['2026-07-02', 16, 31, 'onPace'],
    ['2026-07-02', 14, 60, 'atRisk'],
    ['2026-07-02', 30, 29, 'atRisk'],
    ['2026-12-31', 29, 100, 'atRisk'],
    ['2027-01-01', 29, 100, 'short'],
    ['2025-12-31', 0, 0, 'onPace'],
  ])('on %s with %i + %i: %s', (today, general, professional, state) => {
    expect(yearlyStateOn({ general, professional }, 2026, today)).toBe(state);
  });

  test('half a year is over at the end of the second of July', () => {
    expect(elapsedShare(2026, '2026-07-02')).toBeCloseTo(183 / 365);
    expect([elapsedShare(2026, '2025-12-31'), elapsedShare(2026, '2026-12-31')]).toEqual([0, 1]);
  });
});

const anyYear = fc
  .tuple(fc.nat(120), fc.nat(200))
  .map(([general, professional]) => yearOf(general, professional));

test('an employer’s counts say what counting its people one by one says, on any day', () => {
  const anyDay = fc.constantFrom('2025-06-01', '2026-01-01', '2026-08-15', '2026-12-31', '2027-02-01');
  fc.assert(
    fc.property(fc.array(anyYear), fc.nat(5), anyDay, (years, idle, today) => {
      const sum = years.reduce<ReturnType<typeof withLearnerYear>>(
        (of, year) => withLearnerYear(of, year, 1),
        null,
      );
      const counted = countStates(sum ?? undefined, years.length + idle, 2026, today);
      const one = { met: 0, onPace: 0, atRisk: 0, short: 0 };
      for (const year of years) one[yearlyStateOn(year, 2026, today)] += 1;
      one[yearlyStateOn({ general: 0, professional: 0 }, 2026, today)] += idle;
      expect(counted).toEqual(one);
    }),
  );
});

test('whoever is taken away again leaves no trace', () => {
  fc.assert(
    fc.property(fc.array(anyYear, { minLength: 1 }), (years) => {
      let sum: ReturnType<typeof withLearnerYear> = null;
      for (const year of years) sum = withLearnerYear(sum, year, 1);
      for (const year of years) sum = withLearnerYear(sum, year, -1);
      expect(sum).toBeNull();
    }),
  );
});
