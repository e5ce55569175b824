import { expect, test } from 'vitest';
import { spanOf, step } from './span.ts';

test.each([
  ['week', '2026-11-25', '2026-11-23', '2026-11-29'],
  ['week', '2026-11-23', '2026-11-23', '2026-11-29'],
  ['week', '2027-01-01', '2026-12-28', '2027-01-03'],
  ['month', '2026-11-25', '2026-10-26', '2026-12-06'],
  ['month', '2026-02-28', '2026-01-26', '2026-03-01'],
] as const)('a %s around %s is %s to %s', (view, date, first, last) => {
  expect(spanOf(view, date)).toEqual({ first, last });
});

test.each([
  ['week', '2026-12-30', 1, '2027-01-06'],
  ['month', '2026-12-31', 1, '2027-01-01'],
  ['month', '2026-01-31', -1, '2025-12-01'],
] as const)('one %s from %s by %i is %s', (view, date, direction, to) => {
  expect(step(view, date, direction)).toBe(to);
});
