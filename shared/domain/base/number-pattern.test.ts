import { expect, test } from 'vitest';
import { certificateNumber, certificateNumberPattern, certificateSeries } from './number-pattern.ts';

const numbering = { pattern: '{代码}-{年份}-{序号:6}', baseCode: 'NMG01', year: 2026 };

test('the default pattern', () => {
  expect(certificateNumber(numbering, 37)).toBe('NMG01-2026-000037');
  expect(certificateSeries(numbering)).toBe('NMG01-2026-#');
});

test('a serial too long for its digits is refused rather than written crooked', () => {
  expect(() => certificateNumber({ ...numbering, pattern: '{序号:3}' }, 1000)).toThrow(RangeError);
});

test.each([
  ['{代码}-{年份}-{序号:6}', true],
  ['蒙继教{年份}第{序号:4}号', true],
  ['{代码}-{年份}', false],
  ['{序号:6}{序号:6}', false],
  ['{代号}-{序号:6}', false],
  ['{序号:2}', false],
])('pattern %s is accepted: %s', (pattern, accepted) => {
  expect(certificateNumberPattern.safeParse(pattern).success).toBe(accepted);
});
