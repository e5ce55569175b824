import { describe, expect, test } from 'vitest';
import { noRecords } from '../../tests/support/no-records.ts';
import type { Statistics } from '../domain/base/statistics.ts';
import type { TrainingClass } from '../domain/teaching/class.ts';
import type { Session } from '../domain/teaching/session.ts';
import { type BaseRecords, statisticsOf } from './statistics.ts';
import { submissionFindings } from './submission-checks.ts';
import type { TrainingFact } from './training-facts.ts';

const period = { from: '2026-01-01', to: '2026-12-31' };
const empty = statisticsOf(noRecords, period);
const totals = (about: Partial<Statistics['totals']>): Statistics => ({
  ...empty,
  totals: { ...empty.totals, ...about },
});
const fact = (learnerId: string, hours = 4): TrainingFact => ({
  learnerId,
  classId: 'one',
  sessionId: 's1',
  hours,
  subjectKind: 'professional',
  keys: {
    month: '2026-03',
    region: '1501',
    employerKind: 'other',
    ownership: 'public',
    titleLevel: 'none',
    subjectKind: 'professional',
    mode: 'inPerson',
    class: 'one',
  },
});

describe('what is found before a submission', () => {
  const records: BaseRecords = {
    ...noRecords,
    classes: [{ id: 'one', number: '2026-01', title: '班', capacity: 2 } as TrainingClass],
    sessions: ['s1', 's2'].map((id) => ({ id, classId: 'one', date: '2026-03-07' }) as Session),
  };
  const texts = (...about: Parameters<typeof submissionFindings>) =>
    submissionFindings(...about).map(({ severity, text }) => `${severity} ${text}`);

  test('the worst first: figures that contradict each other', () => {
    const wrong = totals({ people: 3, personTimes: 2 });
    expect(texts(noRecords, [], wrong, empty, '2027-01-08')[0]).toBe('impossible 培训人数 3 多于人次 2');
  });

  test.each([
    [19, 60, []],
    [40, 59, []],
    [40, 60, ['unlikely 培训人次 60，去年同期 40，增加 50%，请核对']],
    [40, 20, ['unlikely 培训人次 20，去年同期 40，减少 50%，请核对']],
  ])('a jump from %i to %i person-times', (before, now, expected) => {
    const found = texts(
      noRecords,
      [],
      totals({ personTimes: now }),
      totals({ personTimes: before }),
      '2027-01-08',
    );
    expect(found).toEqual(expected);
  });

  test('more people than a class takes, a session without anybody, a class still open', () => {
    const found = texts(
      records,
      ['A', 'B', 'C'].map((id) => fact(id)),
      empty,
      empty,
      '2027-01-08',
    );
    expect(found).toEqual([
      'unlikely 2026-01 班：到课 3 人，超过人数上限 2',
      'incomplete 2026-01 班：1 次课没有一个人到课，是否没有点名',
      'incomplete 2026-01 班：还没有结班',
    ]);
  });

  test('more hours than a year has', () => {
    const learners = ['A', 'B'].map((id) => ({
      id,
      name: `学员${id}`,
      employerId: null,
      titleLevel: 'none' as const,
    }));
    const found = submissionFindings(
      { ...noRecords, learners },
      [fact('A', 601), fact('B', 600)],
      empty,
      empty,
      '2027-01-08',
    );
    expect(found).toEqual([
      {
        severity: 'unlikely',
        text: '学员A：2026 年 601 学时，超过 600，请核对点名',
        to: '/learners?open=A',
      },
    ]);
  });

  test('a period that is not over', () => {
    expect(texts(noRecords, [], empty, empty, '2026-12-31')).toEqual([
      'incomplete 统计期到 2026-12-31 才结束，现在报的不是全部',
    ]);
  });

  const unknown = (learnerId: string, about: Partial<TrainingFact['keys']>): TrainingFact => {
    const known = fact(learnerId);
    return { ...known, keys: { ...known.keys, ...about } };
  };

  test('employers of which something is not registered, each with its record; people without one', () => {
    const learners = ['A', 'B', 'C'].map((id) => ({
      id,
      name: `学员${id}`,
      employerId: id === 'C' ? null : 'school',
      titleLevel: 'none' as const,
    }));
    const employers = [
      { id: 'school', name: '示例市第一中学', regionCode: null, kind: null, ownership: 'public' as const },
    ];
    const facts = [
      unknown('A', { region: 'unknown', employerKind: 'unknown' }),
      unknown('B', { region: 'unknown', employerKind: 'unknown' }),
      unknown('C', { region: 'unknown', employerKind: 'unknown', ownership: 'unknown' }),
    ];
    expect(
      submissionFindings({ ...noRecords, learners, employers }, facts, empty, empty, '2027-01-08'),
    ).toEqual([
      {
        severity: 'incomplete',
        text: '示例市第一中学没有登记盟市、性质，2 人受影响',
        to: '/employers?open=school',
      },
      { severity: 'incomplete', text: '1 人没有登记工作单位', to: '/learners?open=C' },
    ]);
  });

  test('of many the first are shown, and how many more there are', () => {
    const ids = Array.from({ length: 12 }, (_, at) => `employer-${at}`);
    const learners = ids.map((employerId, at) => ({
      id: `${at}`,
      name: `学员${at}`,
      employerId,
      titleLevel: 'none' as const,
    }));
    const facts = learners.map(({ id }) => unknown(id, { region: 'unknown' }));
    const found = texts({ ...noRecords, learners }, facts, empty, empty, '2027-01-08');
    expect(found).toHaveLength(9);
    expect(found.at(-1)).toBe('incomplete 还有 4 个单位没有登记齐');
  });
});
