import { describe, expect, test } from 'vitest';
import { sessionOf } from '../../tests/support/session.ts';
import type { Session } from '../domain/teaching/session.ts';
import { describeConflicts, occupiedByBoth, trainersOf } from './timetable-conflict.ts';

const base = { startTime: '09:00', endTime: '11:30', trainerName: '高教授', place: '一教室' } as const;

function occupied(a: Partial<Session>, b: Partial<Session>): string[] {
  return occupiedByBoth(sessionOf({ ...base, ...a }), sessionOf({ ...base, ...b })).map(
    ({ kind, name }) => `${kind}:${name}`,
  );
}

describe('what two sessions both need at once', () => {
  test.each<[string, Partial<Session>, Partial<Session>, string[]]>([
    ['the same trainer and place', {}, {}, ['trainer:高教授', 'place:一教室']],
    ['other days', {}, { date: '2026-03-08' }, []],
    ['one begins when the other ends', {}, { startTime: '11:30', endTime: '12:30' }, []],
    ['one minute shared', {}, { startTime: '11:29', endTime: '12:30' }, ['trainer:高教授', 'place:一教室']],
    ['another trainer', {}, { trainerName: '李老师' }, ['place:一教室']],
    ['one of two trainers', { place: '' }, { trainerName: '李老师、高教授' }, ['trainer:高教授']],
    ['no trainer named', { trainerName: '' }, { trainerName: '', place: '二教室' }, []],
    ['taught remotely', { mode: 'remote' }, {}, ['trainer:高教授']],
    ['a place in other spaces', {}, { trainerName: '', place: '一 教室' }, ['place:一教室']],
    ['taught together, and said so', { sharedReason: '与02班合班' }, {}, []],
  ])('%s', (_, a, b, expected) => {
    expect(occupied(a, b)).toEqual(expected);
  });
});

test('several trainers are told apart by the marks between them', () => {
  expect(trainersOf({ trainerName: '高教授、李老师，王工; 高教授/赵工' })).toEqual([
    '高教授',
    '李老师',
    '王工',
    '高教授',
    '赵工',
  ]);
});

test('conflicts name who, when and where, and how many', () => {
  const session = sessionOf({ date: '2026-03-07', startTime: '09:00' });
  const one = { kind: 'learner' as const, name: '张三', session, otherClass: '二班' };
  expect(describeConflicts([one])).toBe('学员 张三 2026年3月7日 周六 09:00 已在“二班”上课');
  expect(describeConflicts(Array.from({ length: 6 }, () => one))).toMatch(/等 6 处$/);
  expect(describeConflicts([{ ...one, kind: 'place', name: '一教室' }])).toContain('合班或共用说明');
});
