import { describe, expect, test } from 'vitest';
import { monthPeriod, yearPeriod } from '../domain/base/period.ts';
import { lockedPeriodsOf } from './submitted-periods.ts';

const march = monthPeriod(2026, 3);
const made = (period: typeof march, sequence: number, at: string, isOpen = false) => ({
  period,
  sequence,
  at,
  correction: isOpen ? { reason: '点名有误', at, by: '周老师' } : null,
});

describe('a submitted period is locked (第28条)', () => {
  const sent = [made(march, 1, '2026-04-02T01:00:00Z')];
  test.each([
    ['2026-02-28', sent, []],
    ['2026-03-01', sent, [march]],
    ['2026-03-31', sent, [march]],
    ['2026-04-01', sent, []],
    ['2026-03-10', [...sent, made(yearPeriod(2026), 1, '2026-05-01T00:00:00Z')], [march, yearPeriod(2026)]],
    ['2026-03-10', [made(march, 1, '2026-04-02T01:00:00Z', true)], []],
    [
      '2026-03-10',
      [made(march, 1, '2026-04-02T01:00:00Z', true), made(march, 2, '2026-04-09T01:00:00Z')],
      [march],
    ],
  ])('%s', (day, submissions, locked) => {
    expect(lockedPeriodsOf(submissions, day)).toEqual(locked);
  });

  test('of one made before the period was over, only the days before it was made', () => {
    const early = [made(march, 1, '2026-03-15T20:00:00Z')];
    expect(lockedPeriodsOf(early, '2026-03-15')).toEqual([march]);
    // 04:00 on the 16th in China.
    expect(lockedPeriodsOf(early, '2026-03-16')).toEqual([]);
  });
});
