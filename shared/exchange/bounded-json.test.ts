import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBoundedJson, parseBoundedJsonBytes } from './bounded-json.ts';

test('what JSON can say within bounds is read as JSON reads it', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 20 }), (text) => {
      expect(parseBoundedJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

test.each([
  ['[', 65, ']', false],
  ['[', 64, ']', true],
  ['{"a":', 65, '}', false],
  ['[', 1_000_000, ']', false],
])('%s %i times', (open, times, close, isRead) => {
  const text = `${open.repeat(times)}${open.endsWith(':') ? '1' : ''}${close.repeat(times)}`;
  if (isRead) expect(() => parseBoundedJson(text)).not.toThrow();
  else expect(() => parseBoundedJson(text)).toThrow(SyntaxError);
});

test('brackets within a text do not count', () => {
  const text = JSON.stringify('["\\{'.repeat(200));
  expect(parseBoundedJson(text)).toBe('["\\{'.repeat(200));
});

test('bytes that are no UTF-8 are refused, not repaired', () => {
  expect(() => parseBoundedJsonBytes(Uint8Array.from([0x22, 0xff, 0x22]))).toThrow();
});
