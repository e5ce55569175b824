import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fenInWords, formatFen, readFen } from './money.ts';

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

test.each([
  [0, '零元整'],
  [1, '壹分'],
  [10, '壹角整'],
  [6_00_00, '陆佰元整'],
  [600_01, '陆佰元零壹分'],
  [600_10, '陆佰元壹角整'],
  [1005_32, '壹仟零伍元叁角贰分'],
  [10_010_00, '壹万零壹拾元整'],
  [100_000_00, '壹拾万元整'],
  [101_000_00, '壹拾万壹仟元整'],
  [1_000_100_00, '壹佰万零壹佰元整'],
  [100_000_005_00, '壹亿零伍元整'],
  [36_050_07, '叁万陆仟零伍拾元零柒分'],
])('%i 分 in words is %s', (amount, words) => {
  expect(fenInWords(amount)).toBe(words);
});
