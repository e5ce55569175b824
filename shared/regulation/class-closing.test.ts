import { describe, expect, test } from 'vitest';
import { sessionOf } from '../../tests/support/session.ts';
import {
  type ClosingCase,
  closingLines,
  describeOpenLine,
  filingDeadline,
  keptUntil,
} from './class-closing.ts';

const sessions = ['2026-03-07', '2026-03-14'].map((date) => sessionOf({ date }));
const everywhere = new Set(sessions.map(({ id }) => id));
const zhang = { name: '张三', joinedSessionId: null, marked: everywhere, hasResult: true };
const good: ClosingCase = {
  of: { content: '新技术' },
  sessions,
  learners: [zhang],
  unmatchedWalkIns: 0,
  today: '2026-04-01',
};
const openOf = (about: Partial<ClosingCase>) =>
  closingLines({ ...good, ...about })
    .filter(({ isOpen }) => isOpen)
    .map(describeOpenLine);

describe('第10条: no class closes while a learner lacks kind, content or result', () => {
  test('all registered: nothing is open', () => {
    expect(openOf({})).toEqual([]);
  });

  test.each<[string, Partial<ClosingCase>, string[]]>([
    [
      'a learner without a result',
      { learners: [{ ...zhang, hasResult: false }] },
      ['考试考核结果：1 人没有结果（张三）'],
    ],
    ['no content', { of: { content: ' ' } }, ['内容：没有填写']],
    ['no session, so no kind', { sessions: [] }, ['种类：没有课次', '点名：没有课次']],
    ['no learner', { learners: [] }, ['学员：班里没有学员']],
    [
      'a session nobody marked',
      { learners: [{ ...zhang, marked: new Set() }] },
      ['点名：1 人有课次没有点名（张三）'],
    ],
    ['a session to come', { today: '2026-03-10' }, ['点名：还有 1 次课未上']],
    ['a walk-in nobody knows yet', { unmatchedWalkIns: 2 }, ['临时学员：2 人还没有对应到学员']],
  ])('%s', (_, about, open) => {
    expect(openOf(about)).toEqual(open);
  });

  test('a late joiner needs marks only from the session joined', () => {
    const joined = sessions[1]!;
    const late = { ...zhang, joinedSessionId: joined.id, marked: new Set([joined.id]) };
    expect(openOf({ learners: [late] })).toEqual([]);
  });
});

test('a class is to be filed within the days of the setting, and its papers kept for whole years', () => {
  expect(filingDeadline('2026-12-15', 30)).toBe('2027-01-14');
  expect(keptUntil('2026-04-01', 10)).toBe('2036-12-31');
});
