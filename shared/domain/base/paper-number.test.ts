import { expect, test } from 'vitest';
import { numberPattern, paperNumber, seriesOf } from './paper-number.ts';

const numbering = { pattern: '{代码}-{年份}-{序号:6}', baseCode: 'NMG01', year: 2026 };

test('the default pattern', () => {
  expect(paperNumber(numbering, 37)).toBe('NMG01-2026-000037');
  expect(seriesOf(numbering)).toBe('NMG01-2026-#');
});

test('a serial too long for its digits is refused rather than written crooked', () => {
  expect(() => paperNumber({ ...numbering, pattern: '{序号:3}' }, 1000)).toThrow(
    '编号规则 {序号:3} 的序号位数已用完',
  );
});

test.each([
  ['{代码}-{年份}-{序号:6}', true],
  ['蒙继教{年份}第{序号:4}号', true],
  ['{代码}-{年份}', false],
  ['{序号:6}{序号:6}', false],
  ['{代号}-{序号:6}', false],
  ['{序号:2}', false],
])('pattern %s is accepted: %s', (pattern, accepted) => {
  expect(numberPattern.safeParse(pattern).success).toBe(accepted);
});
