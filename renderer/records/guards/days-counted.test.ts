import { describe, expect, test } from 'vitest';
import { countedIn } from './days-counted.ts';

describe('a change counts on the days of the row before and after', () => {
  const session = { date: '2026-03-02', startTime: '09:00', topic: '甲' };
  test.each([
    ['sessions', undefined, session, ['2026-03-02']],
    ['sessions', session, { ...session, date: '2026-04-02' }, ['2026-03-02', '2026-04-02']],
    ['sessions', session, { ...session, topic: '乙' }, []],
    ['receipts', undefined, { date: '2026-03-05', totalFen: 100 }, ['2026-03-05']],
    ['fundEntries', { date: '2026-03-05', amountFen: 100 }, undefined, ['2026-03-05']],
    ['certificates', undefined, { snapshot: { issueDate: '2026-03-09' }, voided: null }, ['2026-03-09']],
    [
      'certificates',
      { snapshot: { issueDate: '2026-03-09' }, voided: null },
      { snapshot: { issueDate: '2026-03-09' }, voided: { at: '2026-11-24T04:00:00.000Z' } },
      [],
    ],
    ['courses', undefined, { date: '2026-03-05' }, []],
  ] as const)('%s', (table, before, after, days) => {
    expect(countedIn({ table, key: '', before, after })).toEqual({ days, sessionIds: [] });
  });

  test('marks count on the day of their session, a note on a walk-in on none', () => {
    const mark = { status: 'present', at: '2026-03-02T01:00:00.000Z', by: '周老师', note: '' };
    const row = { sessionId: 's', classId: 'c', marks: {}, walkIns: {} };
    const marked = { ...row, marks: { a: mark } };
    const counted = (before: object, after: object) =>
      countedIn({ table: 'attendance', key: 's', before, after });
    expect(counted(row, marked)).toEqual({ days: [], sessionIds: ['s', 's'] });
    expect(counted(marked, { ...marked, walkIns: { w: {} } })).toEqual({ days: [], sessionIds: [] });
  });
});
