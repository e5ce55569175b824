import { expect, test } from 'vitest';
import { sessionOf } from '../../../tests/support/session.ts';
import { sessionMovedTo } from './move-session.ts';

const session = sessionOf({ date: '2026-03-07', startTime: '09:00', endTime: '11:30', topic: '北斗' });

test.each([
  ['2026-03-08 14:00:00', { date: '2026-03-08', startTime: '14:00', endTime: '16:30' }],
  ['2026-03-08', { date: '2026-03-08', startTime: '09:00', endTime: '11:30' }],
  ['2026-03-07 23:00:00', { date: '2026-03-07', startTime: '21:29', endTime: '23:59' }],
])('moved to %s it is as long as before', (start, expected) => {
  expect(sessionMovedTo(session, start)).toMatchObject({
    ...expected,
    topic: '北斗',
    minutes: session.minutes,
  });
});
