import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChange, changeBetween } from './change.ts';
import { invertChange } from './invert-change.ts';

const row = fc.dictionary(
  fc.constantFrom('a', 'b', 'c'),
  fc.oneof(fc.integer(), fc.string(), fc.dictionary(fc.constantFrom('x', 'y'), fc.integer())),
);
const maybeRow = fc.option(row, { nil: undefined });

test('a change taken back gives the row before it, whatever became of which row', () => {
  fc.assert(
    fc.property(maybeRow, maybeRow, (before, after) => {
      const change = changeBetween('t', 'k', before, after);
      if (!change) return;
      expect(invertChange(applyChange(before, change), change)).toEqual({ ok: true, row: before });
    }),
  );
});

test('an edit of other places in between stays; one of the same place refuses', () => {
  const change = changeBetween('t', 'k', { a: 1, b: 1 }, { a: 2, b: 1 });
  if (!change) throw new Error('nothing changed');
  expect(invertChange({ a: 2, b: 9 }, change)).toEqual({ ok: true, row: { a: 1, b: 9 } });
  expect(invertChange({ a: 3, b: 1 }, change)).toEqual({ ok: false });
  expect(invertChange(undefined, change)).toEqual({ ok: false });
});

test('a row that was added and changed since is not removed; one that was removed and made again not replaced', () => {
  const added = changeBetween('t', 'k', undefined, { a: 1 });
  const removed = changeBetween('t', 'k', { a: 1 }, undefined);
  if (!added || !removed) throw new Error('nothing changed');
  expect(invertChange({ a: 2 }, added)).toEqual({ ok: false });
  expect(invertChange({ a: 1 }, removed)).toEqual({ ok: false });
});
