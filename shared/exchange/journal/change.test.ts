import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChange, change, changeBetween } from './change.ts';

const key = fc.string({ minLength: 1, maxLength: 3 }).filter((text) => text !== '__proto__');
const { value: json } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.string({ maxLength: 3 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
const row = fc.dictionary(key, json, { maxKeys: 5, noNullPrototype: true });

test('a change applied to the row before gives the row after', () => {
  fc.assert(
    fc.property(row, row, (before, after) => {
      const made = changeBetween('rows', '1', before, after);
      expect(made === null ? before : applyChange(before, made)).toEqual(after);
    }),
  );
});

test('a change read back from a file is the change that was written', () => {
  fc.assert(
    fc.property(fc.option(row, { nil: undefined }), fc.option(row, { nil: undefined }), (before, after) => {
      const made = changeBetween('rows', '1', before, after);
      if (made) expect(change.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
    }),
  );
});

test('a mark in a big attendance row is journaled alone', () => {
  const mark = { status: 'present' };
  const before = { sessionId: 's', marks: { a: mark, b: mark } };
  const after = { sessionId: 's', marks: { a: mark, b: { status: 'late' }, c: mark } };
  expect(changeBetween('attendance', 's', before, after)).toEqual({
    table: 'attendance',
    key: 's',
    edits: [
      { path: ['marks', 'b', 'status'], before: 'present', after: 'late' },
      { path: ['marks', 'c'], after: mark },
    ],
  });
});

test('equal rows make no change', () => {
  expect(changeBetween('rows', '1', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] })).toBeNull();
});
