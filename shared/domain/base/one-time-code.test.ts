import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeOf, isCode, spacedCode, tidyCode } from './one-time-code.ts';

const digits = fc.stringMatching(/^\d{8}$/);

test('every wrong digit and every swap of neighbours is told from a code', () => {
  fc.assert(
    fc.property(digits, fc.nat(8), fc.integer({ min: 1, max: 9 }), (eight, at, step) => {
      const code = codeOf(eight);
      expect(isCode(code)).toBe(true);
      const wrong = [...code];
      wrong[at] = String((Number(code[at]) + step) % 10);
      expect(isCode(wrong.join(''))).toBe(false);
      const swapped = [...code];
      const next = Math.min(at, 7);
      [swapped[next], swapped[next + 1]] = [code[next + 1]!, code[next]!];
      if (code[next] !== code[next + 1]) expect(isCode(swapped.join(''))).toBe(false);
    }),
  );
});

test('it is read however it is spaced', () => {
  const code = codeOf('12345678');
  expect(tidyCode(`　${spacedCode(code)} `)).toBe(code);
  expect(tidyCode('１２３-４５６')).toBe('123456');
});
