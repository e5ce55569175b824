import { expect, test } from 'vitest';
import { sessionOf } from '../../tests/support/session.ts';
import { sessionsConflict } from './session-conflict.ts';

const at = (startTime: string, endTime: string, counting: 'minutes' | 'halfDay' = 'minutes') =>
  sessionOf({ startTime, endTime, counting });

test.each([
  ['one after the other', at('09:00', '10:00'), at('10:00', '11:00'), false],
  ['overlapping by a minute', at('09:00', '10:01'), at('10:00', '11:00'), true],
  ['on other dates', at('09:00', '10:00'), sessionOf({ date: '2026-03-08' }), false],
  ['minutes and a half day in one half day', at('08:00', '09:00'), at('10:00', '12:00', 'halfDay'), true],
  [
    'a half day in the morning and minutes after noon',
    at('09:00', '12:00', 'halfDay'),
    at('14:00', '15:30'),
    false,
  ],
  ['two half days in one half', at('08:30', '10:00', 'halfDay'), at('10:30', '12:00', 'halfDay'), true],
  ['two half days in two halves', at('09:00', '12:00', 'halfDay'), at('14:00', '17:00', 'halfDay'), false],
  [
    'minutes across noon and a half day after it',
    at('10:00', '13:00'),
    at('14:00', '17:00', 'halfDay'),
    true,
  ],
])('%s', (_, a, b, conflict) => {
  expect(sessionsConflict(a, b)).toBe(conflict);
  expect(sessionsConflict(b, a)).toBe(conflict);
});
