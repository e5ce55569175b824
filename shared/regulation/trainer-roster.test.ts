import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sessionOf } from '../../tests/support/session.ts';
import { namedTrainer } from '../../tests/support/trainer.ts';
import type { Appointment } from '../domain/people/appointment.ts';
import type { NamedTrainer } from '../domain/people/trainer.ts';
import { occupiedByBoth } from './timetable-conflict.ts';
import { hoursTaught, resolveTrainers, trainerFaults, trainerRatio } from './trainer-roster.ts';

function appointment(about: Partial<Appointment> = {}): Appointment {
  return {
    id: 'a',
    number: 'P-1',
    trainerId: '高教授',
    trainerName: '高教授',
    position: '兼职教师',
    subjects: '',
    from: '2026-01-01',
    until: '2026-12-31',
    issuedOn: '2026-01-01',
    by: '',
    ended: null,
    ...about,
  };
}

describe('第23条: the roster on both axes', () => {
  test('counts who is in service on the day; each axis adds up to the whole', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            employment: fc.constantFrom('fullTime' as const, 'partTime' as const),
            origin: fc.constantFrom('inRegion' as const, 'outOfRegion' as const),
            leftOn: fc.constantFrom(null, '2026-06-30', '2026-12-31'),
          }),
        ),
        (people) => {
          const ratio = trainerRatio(
            people.map((about, index) => namedTrainer(String(index), about)),
            '2026-11-25',
          );
          expect(ratio.total).toBe(people.filter(({ leftOn }) => leftOn !== '2026-06-30').length);
          expect(ratio.fullTime + ratio.partTime).toBe(ratio.total);
          expect(ratio.inRegion + ratio.outOfRegion).toBe(ratio.total);
        },
      ),
    );
  });

  const expired = { title: '教师资格证', number: '', expiresOn: '2026-11-24', proof: null };
  test.each<[string, Partial<NamedTrainer>, Appointment[], string[]]>([
    ['a part-time trainer without a letter', {}, [], ['兼职，没有在期的聘书']],
    ['one whose letter has run out', {}, [appointment({ until: '2026-11-24' })], ['兼职，没有在期的聘书']],
    [
      'one who was dismissed',
      {},
      [appointment({ ended: { on: '2026-05-01', reason: '调离', by: '' } })],
      ['兼职，没有在期的聘书'],
    ],
    ['one with a letter in force', {}, [appointment()], []],
    ['a full-time trainer needs none', { employment: 'fullTime' }, [], []],
    ['papers that ran out', { certificates: [expired] }, [appointment()], ['教师资格证已于 2026-11-24 到期']],
    ['who has left is no concern', { leftOn: '2026-01-01', certificates: [expired] }, [], []],
  ])('%s', (_, about, letters, faults) => {
    expect(trainerFaults(namedTrainer('高教授', about), letters, '2026-11-25')).toEqual(faults);
  });
});

describe('whom a session’s names stand for', () => {
  const session = (trainerName: string, about = {}) =>
    sessionOf({ trainerName, date: '2026-03-07', ...about });
  const roster = [
    namedTrainer('1', { name: '高教授' }),
    namedTrainer('2', { name: '王老师', employerName: '甲校' }),
    namedTrainer('3', { name: '王老师', employerName: '乙校' }),
    namedTrainer('4', { name: '李老师', formerNames: ['李小姐'] }),
    namedTrainer('5', { name: '赵老师', leftOn: '2026-01-31' }),
  ];
  test.each([
    ['高教授', {}, { 高教授: '1' }],
    ['高教授、李小姐', {}, { 高教授: '1', 李小姐: '4' }],
    ['王老师', {}, {}],
    ['王老师', { trainerIds: { 王老师: '3' } }, { 王老师: '3' }],
    ['高教授', { trainerIds: { 高教授: '3' } }, { 高教授: '1' }],
    ['赵老师', {}, {}],
    ['赵老师', { trainerIds: { 赵老师: '5' } }, { 赵老师: '5' }],
    ['外请专家', {}, {}],
  ])('%s %o', (names, about, ids) => {
    expect(resolveTrainers(session(names, about), roster)).toEqual(ids);
  });

  test('two namesakes teach at the same time without a conflict; one trainer can not', () => {
    const at = (id: string) => session('王老师', { trainerIds: { 王老师: id } });
    expect(occupiedByBoth(at('2'), at('3'))).toEqual([]);
    expect(occupiedByBoth(at('2'), at('2'))).toMatchObject([{ kind: 'trainer', name: '王老师' }]);
    expect(occupiedByBoth(at('2'), session('王老师'))).toMatchObject([{ kind: 'trainer' }]);
  });
});

test('第10条: hours taught add up minutes a class and kind, in the year of the session, up to today', () => {
  const roster = [namedTrainer('1', { name: '高教授' })];
  const taught = (id: string, classId: string, date: string, minutes: number, about = {}) =>
    sessionOf({ id, classId, date, minutes, trainerName: '高教授', ...about });
  const sessions = [
    taught('a', 'A', '2026-03-07', 60),
    taught('b', 'A', '2026-03-14', 60),
    taught('c', 'A', '2026-03-21', 60),
    taught('d', 'B', '2026-03-08', 44),
    taught('e', 'B', '2026-04-01', 0, { counting: 'halfDay' }),
    // The next day is not taught yet; the year before is another year.
    taught('f', 'B', '2026-11-26', 180),
    taught('g', 'B', '2025-12-31', 180),
  ];
  expect(hoursTaught(sessions, roster, 2026, '2026-11-25').get('1')).toEqual({
    hours: 4 + 0 + 4,
    sessions: 5,
  });
});
