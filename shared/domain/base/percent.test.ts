import { expect, test } from 'vitest';
import { sharePercent } from './percent.ts';

test.each([
  [1, 3, '33.3%'],
  [2, 3, '66.7%'],
  [0, 5, '0.0%'],
  [0, 0, '—'],
  // Half of a tenth goes up, though 0.2875 * 100 falls short of it in binary.
  [23, 80, '28.8%'],
])('%i of %i is %s', (part, whole, text) => expect(sharePercent(part, whole)).toBe(text));
