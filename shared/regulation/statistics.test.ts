import { describe, expect, test } from 'vitest';
import { noRecords } from '../../tests/support/no-records.ts';
import type { Receipt } from '../domain/money/receipt.ts';
import type { AttendanceStatus, SessionAttendance } from '../domain/teaching/attendance.ts';
import type { TrainingClass } from '../domain/teaching/class.ts';
import { defaultCountingRules } from '../domain/teaching/counting-rules.ts';
import type { LedgerLine } from '../domain/teaching/ledger.ts';
import type { Session } from '../domain/teaching/session.ts';
import { type BaseRecords, statisticsOf } from './statistics.ts';
import { monthsOf } from './training-facts.ts';

const year = { from: '2026-01-01', to: '2026-12-31' };

const classOf = (id: string, about: Partial<TrainingClass> = {}) =>
  ({ id, number: id, title: `班 ${id}`, countingRules: defaultCountingRules, ...about }) as TrainingClass;
const sessionIn = (classId: string, id: string, date: string, about: Partial<Session> = {}) =>
  ({ id, classId, date, subjectKind: 'professional', mode: 'inPerson', ...about }) as Session;
const attended = (
  sessionId: string,
  classId: string,
  marks: Record<string, AttendanceStatus>,
): SessionAttendance => ({
  sessionId,
  classId,
  walkIns: {},
  marks: Object.fromEntries(
    Object.entries(marks).map(([learner, status]) => [learner, { status, at: '', by: '', note: '' }]),
  ),
});
const lineOf = (learnerId: string, classId: string, sessions: Record<string, [string, number]>) =>
  ({
    learnerId,
    source: {
      kind: 'class',
      classId,
      sessions: Object.fromEntries(
        Object.entries(sessions).map(([id, [date, hours]]) => [id, { date, hours }]),
      ),
    },
  }) as unknown as LedgerLine;

describe('people and person-times (第28条)', () => {
  const records: BaseRecords = {
    ...noRecords,
    classes: [classOf('one'), classOf('two', { isPublicBenefit: true })],
    sessions: [
      sessionIn('one', 's1', '2026-03-07'),
      sessionIn('two', 's2', '2026-04-04', { subjectKind: 'general', mode: 'remote' }),
      sessionIn('two', 's3', '2027-01-03'),
    ],
    attendance: [
      attended('s1', 'one', { A: 'present', B: 'late', C: 'present', D: 'leave', E: 'absent' }),
      attended('s2', 'two', { A: 'present' }),
      attended('s3', 'two', { D: 'present' }),
    ],
    ledger: [
      lineOf('A', 'one', { s1: ['2026-03-07', 4] }),
      lineOf('A', 'two', { s2: ['2026-04-04', 3] }),
      lineOf('B', 'one', { s1: ['2026-03-07', 4] }),
    ],
    learners: [
      { id: 'A', name: 'A', employerId: 'school', titleLevel: 'senior' },
      { id: 'B', name: 'B', employerId: null, titleLevel: 'none' },
      { id: 'C', name: 'C', employerId: 'school', titleLevel: 'junior' },
    ],
    employers: [
      { id: 'school', name: 'school', regionCode: '1501', kind: 'institution', ownership: 'public' },
    ],
  };
  const counted = statisticsOf(records, year);

  test('A in two classes, B and C in one: people 3, person-times 4', () => {
    expect(counted.totals).toMatchObject({
      people: 3,
      personTimes: 4,
      generalHours: 3,
      professionalHours: 8,
    });
  });

  test('whoever was on leave or absent was not trained; the late were', () => {
    expect(counted.by.class.map(({ label, people }) => [label, people])).toEqual([
      ['one 班 one', 3],
      ['two 班 two', 1],
    ]);
  });

  test('classes and sessions of other days are of other periods', () => {
    expect(counted.totals).toMatchObject({ classes: 2, sessions: 2, publicBenefitClasses: 1 });
    const next = statisticsOf(records, { from: '2027-01-01', to: '2027-12-31' });
    expect(next.totals).toMatchObject({ people: 1, classes: 1, sessions: 1, professionalHours: 0 });
  });

  test.each([
    [
      'region',
      [
        ['1501', 2, 3],
        ['unknown', 1, 1],
      ],
    ],
    [
      'employerKind',
      [
        ['institution', 2, 3],
        ['unknown', 1, 1],
      ],
    ],
    [
      'ownership',
      [
        ['public', 2, 3],
        ['unknown', 1, 1],
      ],
    ],
    [
      'titleLevel',
      [
        ['senior', 1, 2],
        ['junior', 1, 1],
        ['none', 1, 1],
      ],
    ],
    [
      'subjectKind',
      [
        ['general', 1, 1],
        ['professional', 3, 3],
      ],
    ],
    [
      'mode',
      [
        ['inPerson', 3, 3],
        ['remote', 1, 1],
      ],
    ],
    [
      'month',
      [
        ['2026-03', 3, 3],
        ['2026-04', 1, 1],
      ],
    ],
  ] as const)('by %s', (breakdown, expected) => {
    const rows = counted.by[breakdown].filter(({ people }) => people > 0);
    expect(rows.map(({ key, people, personTimes }) => [key, people, personTimes])).toEqual(expected);
  });

  test('every breakdown adds up to the whole in hours', () => {
    for (const rows of Object.values(counted.by)) {
      expect(rows.reduce((sum, row) => sum + row.generalHours, 0)).toBe(3);
      expect(rows.reduce((sum, row) => sum + row.professionalHours, 0)).toBe(8);
    }
  });

  test('hours by the ways of 第12条, general ones apart', () => {
    const ways = counted.ways.filter(({ hours }) => hours > 0);
    expect(ways.map(({ key, entries, hours }) => [key, entries, hours])).toEqual([
      ['general', 1, 3],
      ['1', 3, 8],
    ]);
  });
});

test('money by who bore it: void receipts add nothing, other days neither', () => {
  const receipt = (about: Partial<Receipt>) =>
    ({
      kind: 'payment',
      source: 'learner',
      date: '2026-05-01',
      totalFen: 60_000,
      voided: null,
      ...about,
    }) as Receipt;
  const { totals, money } = statisticsOf(
    {
      ...noRecords,
      receipts: [
        receipt({}),
        receipt({ source: 'employer', totalFen: 120_000 }),
        receipt({ kind: 'refund', totalFen: 10_000 }),
        receipt({ voided: { at: '', by: '', reason: '' } }),
        receipt({ date: '2025-12-31' }),
      ],
    },
    year,
  );
  expect([totals.receivedFen, totals.refundedFen]).toEqual([180_000, 10_000]);
  expect(money.map(({ key, receivedFen, refundedFen }) => [key, receivedFen, refundedFen])).toEqual([
    ['government', 0, 0],
    ['employer', 120_000, 0],
    ['learner', 60_000, 10_000],
    ['society', 0, 0],
  ]);
});

test('a waiver counts on its day in Beijing time', () => {
  const reduction = (at: string) => ({
    kind: 'waiver' as const,
    fen: 500,
    reason: '',
    receiptId: null,
    at,
    by: '',
  });
  const charges = [{ reductions: [reduction('2025-12-31T15:59:59Z'), reduction('2025-12-31T16:00:00Z')] }];
  expect(statisticsOf({ ...noRecords, charges }, year).totals.waivedFen).toBe(500);
});

test('months run over New Year', () => {
  expect(monthsOf({ from: '2026-11-20', to: '2027-02-01' })).toEqual([
    '2026-11',
    '2026-12',
    '2027-01',
    '2027-02',
  ]);
});
