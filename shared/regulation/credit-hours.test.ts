import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sessionOf } from '../../tests/support/session.ts';
import type { Session } from '../domain/teaching/session.ts';
import { countCreditHours } from './credit-hours.ts';

const all = (sessions: Session[]) =>
  countCreditHours(sessions, new Set(sessions.map((session) => session.id)));
const minutes = (...parts: number[]) => parts.map((part) => sessionOf({ minutes: part }));

describe('第10条: 45 minutes count one hour, on the sum', () => {
  test.each([
    ['44 min', minutes(44), 0],
    ['45 min', minutes(45), 1],
    ['90 min', minutes(90), 2],
    ['3 × 60 = 180 min, not three single hours', minutes(60, 60, 60), 4],
    ['3 × 40 min', minutes(40, 40, 40), 2],
  ])('%s', (_, sessions, hours) => {
    expect(all(sessions).total).toBe(hours);
  });

  test('100 general + 170 professional minutes are 2 + 3, not ⌊270/45⌋', () => {
    const sessions = [
      sessionOf({ minutes: 100, subjectKind: 'general' }),
      sessionOf({ minutes: 170, subjectKind: 'professional' }),
    ];
    expect(all(sessions)).toMatchObject({ general: 2, professional: 3, total: 5 });
  });

  test('70 minutes on 12-31 and 70 on 01-01 are one hour in each year', () => {
    const sessions = [
      sessionOf({ date: '2026-12-31', minutes: 70 }),
      sessionOf({ date: '2027-01-01', minutes: 70 }),
    ];
    expect(all(sessions)).toEqual({
      years: [
        { year: 2026, general: 0, professional: 1 },
        { year: 2027, general: 0, professional: 1 },
      ],
      general: 0,
      professional: 2,
      total: 2,
    });
  });
});

describe('第10条: a half day counts four hours', () => {
  test('two half days are 8', () => {
    expect(all([sessionOf({ counting: 'halfDay' }), sessionOf({ counting: 'halfDay' })]).total).toBe(8);
  });

  test('a third on the same date adds nothing', () => {
    expect(all([1, 2, 3].map(() => sessionOf({ counting: 'halfDay' }))).total).toBe(8);
  });

  test('its minutes do not count as well', () => {
    expect(all([sessionOf({ counting: 'halfDay', minutes: 200 })]).total).toBe(4);
  });
});

describe('a make-up session', () => {
  const missed = sessionOf({ minutes: 90, date: '2026-12-26' });
  const makeUp = sessionOf({ minutes: 90, date: '2027-01-09', makesUpFor: missed.id });
  const again = sessionOf({ minutes: 90, date: '2027-01-16', makesUpFor: missed.id });

  test('replaces the one missed, in its own year', () => {
    expect(countCreditHours([missed, makeUp], new Set([makeUp.id])).years).toEqual([
      { year: 2027, general: 0, professional: 2 },
    ]);
  });

  test('never adds to a session attended, nor twice', () => {
    expect(countCreditHours([missed, makeUp], new Set([missed.id, makeUp.id])).total).toBe(2);
    expect(countCreditHours([missed, makeUp, again], new Set([makeUp.id, again.id])).total).toBe(2);
  });
});

describe('properties', () => {
  const anySession = fc
    .record({
      minutes: fc.integer({ min: 1, max: 720 }),
      counting: fc.constantFrom('minutes' as const, 'halfDay' as const),
      subjectKind: fc.constantFrom('general' as const, 'professional' as const),
      date: fc.constantFrom('2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02'),
    })
    .map((about) => sessionOf(about));
  const anyClass = fc.array(anySession, { maxLength: 12 });

  test('hours are integers, never negative, and kinds and years add up to the total', () => {
    fc.assert(
      fc.property(anyClass, (sessions) => {
        const hours = all(sessions);
        expect(Number.isInteger(hours.total) && hours.total >= 0).toBe(true);
        expect(hours.general + hours.professional).toBe(hours.total);
        expect(hours.years.reduce((sum, row) => sum + row.general + row.professional, 0)).toBe(hours.total);
      }),
    );
  });

  test('attending one more session never takes hours away', () => {
    fc.assert(
      fc.property(anyClass, anySession, fc.array(fc.boolean()), (sessions, more, present) => {
        const attended = new Set(sessions.filter((_, index) => present[index]).map((session) => session.id));
        const before = countCreditHours([...sessions, more], attended).total;
        expect(
          countCreditHours([...sessions, more], new Set([...attended, more.id])).total,
        ).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  test('moving every session to another year moves the hours with it', () => {
    fc.assert(
      fc.property(anyClass, (sessions) => {
        const moved = sessions.map((session) => ({
          ...session,
          date: session.date.replace('2027', '2030').replace('2026', '2029'),
        }));
        expect(all(moved).years.map((row) => row.year - 3)).toEqual(
          all(sessions).years.map((row) => row.year),
        );
      }),
    );
  });
});
