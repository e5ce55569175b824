import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatFen, readFen } from './money.ts';

test.each<[string, number | null]>([
  ['600', 60_000],
  ['600.5', 60_050],
  ['600.01', 60_001],
  ['0.1', 10],
  ['￥1,200.00元', 120_000],
  ['６００．００', 60_000],
  ['600.001', null],
  ['-1', null],
  ['六百', null],
  ['', null],
])('“%s” is %s fen', (text, amount) => {
  expect(readFen(text)).toBe(amount);
});

test('every amount reads as it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (amount) => {
      expect(readFen(formatFen(amount))).toBe(amount);
    }),
  );
});
