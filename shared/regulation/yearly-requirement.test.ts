import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { yearlyStanding } from './yearly-requirement.ts';

describe('第11条: 90 hours a year, of them 30 general and 60 professional', () => {
  test.each([
    [30, 60, { met: true, general: 0, professional: 0, total: 0 }],
    [40, 50, { met: false, general: 0, professional: 10, total: 0 }],
    [29, 100, { met: false, general: 1, professional: 0, total: 0 }],
    [0, 0, { met: false, general: 30, professional: 60, total: 90 }],
    [100, 100, { met: true, general: 0, professional: 0, total: 0 }],
  ])('%i general + %i professional', (general, professional, expected) => {
    const standing = yearlyStanding({ general, professional });
    expect({
      met: standing.met,
      general: standing.general.short,
      professional: standing.professional.short,
      total: standing.total.short,
    }).toEqual(expected);
  });

  const hours = fc.record({ general: fc.nat(200), professional: fc.nat(200) });

  test('whoever has met it has 90 hours; more hours never take it back', () => {
    fc.assert(
      fc.property(hours, hours, (some, more) => {
        const before = yearlyStanding(some);
        const after = yearlyStanding({
          general: some.general + more.general,
          professional: some.professional + more.professional,
        });
        if (before.met) expect([before.total.short, after.met]).toEqual([0, true]);
        expect(after.general.short).toBeLessThanOrEqual(before.general.short);
        expect(before.total.hours).toBe(before.general.hours + before.professional.hours);
      }),
    );
  });
});
