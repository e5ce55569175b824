import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packWire, unpackWire } from './wire.ts';

const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.string({ unit: 'grapheme' }),
    fc.uint8Array({ maxLength: 50 }).map((bytes) => Uint8Array.from(bytes)),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(
      fc.string({ minLength: 1 }).filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 5, noNullPrototype: true },
    ),
  ),
})).value;

test('whatever is packed comes back', () => {
  fc.assert(
    fc.property(plain, (value) => {
      expect(unpackWire(packWire(value))).toEqual(value);
    }),
  );
});

test('a message cut anywhere is refused', () => {
  const packed = packWire({ name: '王㛃', bytes: Uint8Array.of(1, 2, 3) });
  for (let length = 0; length < packed.length; length += 1) {
    expect(() => unpackWire(packed.slice(0, length))).toThrow();
  }
});

test('what JSON would silently change is refused', () => {
  expect(() => packWire({ hours: Number.NaN })).toThrow(TypeError);
  expect(() => packWire({ run: () => 1 })).toThrow(TypeError);
  expect(() => packWire({ $bytes: 3 })).toThrow(TypeError);
});
