import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sessionOf } from '../../tests/support/session.ts';
import type { AttendanceMark, AttendanceStatus } from '../domain/teaching/attendance.ts';
import type { TrainingClass } from '../domain/teaching/class.ts';
import type { CountingRules } from '../domain/teaching/counting-rules.ts';
import { defaultCountingRules } from '../domain/teaching/counting-rules.ts';
import type { LedgerLine } from '../domain/teaching/ledger.ts';
import type { Session } from '../domain/teaching/session.ts';
import { countCreditHours } from './credit-hours.ts';
import { classLines } from './ledger-lines.ts';
import { totalYear } from './year-total.ts';

const of = { id: 'class-1', mode: 'inPerson', countingRules: defaultCountingRules } as TrainingClass;
const strict = { ...of, countingRules: { partHours: 'dropped', lateness: 'missed' } } as TrainingClass;
const rounding = { ...of, countingRules: { partHours: 'rounded', lateness: 'attended' } } as TrainingClass;

function allMarked(sessions: Session[], status: AttendanceStatus = 'present'): Map<string, AttendanceMark> {
  return new Map(sessions.map(({ id }) => [id, { status, at: '', by: '', note: '' }]));
}

const hoursOf = (lines: LedgerLine[]) => lines.map(({ year, kind, hours }) => `${year} ${kind} ${hours}`);

describe('the lines of one learner in one class (第10条)', () => {
  test('a class over New Year splits by the dates of its sessions', () => {
    const sessions = [
      sessionOf({ date: '2026-12-31', minutes: 70 }),
      sessionOf({ date: '2027-01-01', minutes: 70 }),
    ];
    expect(hoursOf(classLines(of, sessions, 'learner-1', allMarked(sessions)))).toEqual([
      '2026 professional 1',
      '2027 professional 1',
    ]);
  });

  test('each line names its sessions and what each brought; 70 + 70 minutes bring 1, then 2', () => {
    const sessions = [
      sessionOf({ minutes: 70, date: '2026-03-01' }),
      sessionOf({ minutes: 70, date: '2026-03-02' }),
    ];
    const [line] = classLines(of, sessions, 'learner-1', allMarked(sessions));
    expect(line).toMatchObject({ hours: 3, way: 1 });
    expect(line?.source.kind === 'class' && Object.values(line.source.sessions)).toEqual([
      { date: '2026-03-01', hours: 1 },
      { date: '2026-03-02', hours: 2 },
    ]);
  });

  test('general hours come from no way of 第12条; remote teaching is the sixth', () => {
    const general = [sessionOf({ subjectKind: 'general' })];
    expect(classLines(of, general, 'learner-1', allMarked(general))[0]?.way).toBeNull();
    const remote = [sessionOf()];
    const remoteClass = { ...of, mode: 'remote' } as TrainingClass;
    expect(classLines(remoteClass, remote, 'learner-1', allMarked(remote))[0]?.way).toBe(6);
  });

  test('minutes that make no hour make no line', () => {
    const sessions = [sessionOf({ minutes: 44 })];
    expect(classLines(of, sessions, 'learner-1', allMarked(sessions))).toEqual([]);
    expect(hoursOf(classLines(rounding, sessions, 'learner-1', allMarked(sessions)))).toEqual([
      '2026 professional 1',
    ]);
  });

  test('late counts by the rule the class was opened with', () => {
    const sessions = [sessionOf({ minutes: 90 })];
    const late = allMarked(sessions, 'late');
    expect(hoursOf(classLines(of, sessions, 'learner-1', late))).toEqual(['2026 professional 2']);
    expect(classLines(strict, sessions, 'learner-1', late)).toEqual([]);
  });
});

const anySession = fc
  .record({
    minutes: fc.integer({ min: 1, max: 400 }),
    counting: fc.constantFrom('minutes' as const, 'halfDay' as const),
    subjectKind: fc.constantFrom('general' as const, 'professional' as const),
    date: fc.constantFrom('2026-11-20', '2026-12-30', '2027-01-02', '2027-02-02'),
  })
  .map((about) => sessionOf(about));
const anyRules = fc.constantFrom<CountingRules['partHours']>('dropped', 'rounded');

describe('properties', () => {
  test('lines are whole, positive, the sum of their sessions, and together what 第10条 counts', () => {
    fc.assert(
      fc.property(fc.array(anySession, { maxLength: 12 }), anyRules, (sessions, partHours) => {
        const rules = { ...of, countingRules: { partHours, lateness: 'attended' } } as TrainingClass;
        const lines = classLines(rules, sessions, 'learner-1', allMarked(sessions));
        for (const { hours, source } of lines) {
          expect(Number.isInteger(hours) && hours > 0).toBe(true);
          const parts = source.kind === 'class' ? Object.values(source.sessions) : [];
          expect(parts.reduce((sum, part) => sum + part.hours, 0)).toBe(hours);
          expect(parts.every((part) => part.hours >= 0)).toBe(true);
        }
        const counted = countCreditHours(sessions, new Set(sessions.map(({ id }) => id)), partHours);
        expect(lines.reduce((sum, { hours }) => sum + hours, 0)).toBe(counted.total);
      }),
    );
  });

  test('moving a session to another year moves its hours to that year, and none are made or lost', () => {
    fc.assert(
      fc.property(fc.array(anySession, { minLength: 1, maxLength: 8 }), (sessions) => {
        const moved = sessions.map((session) => ({
          ...session,
          date: session.date.replace(/^20../, '2030'),
        }));
        const lines = classLines(of, moved, 'learner-1', allMarked(moved));
        expect(lines.every(({ year }) => year === 2030)).toBe(true);
      }),
    );
  });

  test('a year’s kinds and months add up to its total; each part of 第11条 is met on the day its hours were there', () => {
    fc.assert(
      fc.property(fc.array(anySession, { minLength: 1, maxLength: 40 }), (sessions) => {
        const lines = classLines(of, sessions, 'learner-1', allMarked(sessions)).filter(
          ({ year }) => year === 2026,
        );
        const total = totalYear(lines, 'learner-1', 2026, '');
        if (!total) return;
        const months = Object.values(total.months);
        expect(months.reduce((sum, { general }) => sum + general, 0)).toBe(total.general);
        expect(months.reduce((sum, { professional }) => sum + professional, 0)).toBe(total.professional);
        expect(total.metOn.general !== null).toBe(total.general >= 30);
        expect(total.metOn.professional !== null).toBe(total.professional >= 60);
        expect(total.metOn.all).toBe(
          total.metOn.general && total.metOn.professional
            ? [total.metOn.general, total.metOn.professional].sort()[1]
            : null,
        );
      }),
    );
  });
});

test('since when: the day of the session that completed the thirtieth and the sixtieth hour', () => {
  const day = (date: string, about: Partial<Session>) => sessionOf({ date, minutes: 360, ...about });
  const sessions = [
    ...['03-01', '03-02', '03-03', '03-04'].map((date) => day(`2026-${date}`, { subjectKind: 'general' })),
    ...['04-01', '04-02', '04-03', '04-04', '04-05', '04-06', '04-07', '05-01'].map((date) =>
      day(`2026-${date}`, {}),
    ),
  ];
  const lines = classLines(of, sessions, 'learner-1', allMarked(sessions));
  expect(totalYear(lines, 'learner-1', 2026, 'employer-1')).toMatchObject({
    general: 32,
    professional: 64,
    employerId: 'employer-1',
    metOn: { general: '2026-03-04', professional: '2026-05-01', all: '2026-05-01' },
  });
});
