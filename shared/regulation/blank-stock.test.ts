import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BlankStock, blankDelivery, blankNumber } from '../domain/certificates/blank-stock.ts';
import { blankCounts, nextBlank, spoilBlank, takeBlanks } from './blank-stock.ts';

const act = { at: '2026-11-25T08:00:00.000Z', by: '李老师' };
const delivery = { prefix: '内A', digits: 6, first: 101, last: 150, receivedOn: '2026-11-01' };
const fresh: BlankStock = { id: 'stock', ...delivery, used: {}, spoiled: {} };
const numbers = (count: number, from = 1) => Array.from({ length: count }, (_, at) => `N${from + at}`);

test('a blank is written as it is on the paper', () => {
  expect(blankNumber(fresh, 101)).toBe('内A000101');
});

test.each([
  [{ last: 100 }, '止号不能小于起号'],
  [{ digits: 2 }, '位数比止号的位数少'],
  [{ last: 200_000, digits: 6 }, '一次最多登记 10 万张'],
  [{ prefix: 'A1' }, '前缀里不要有数字，数字写在起止号里'],
])('a delivery with %o is refused: %s', (wrong, why) => {
  const { error } = blankDelivery.safeParse({ ...delivery, ...wrong });
  expect(error?.issues.map(({ message }) => message)).toContain(why);
});

describe('a run of certificates takes blanks in order', () => {
  test('past one that spoiled on the way', () => {
    const { stock, blanks } = takeBlanks(fresh, 101, numbers(4), [103], act);
    expect(blanks).toEqual(['内A000101', '内A000102', '内A000104', '内A000105']);
    expect(blankCounts(stock)).toEqual({ total: 50, used: 4, spoiled: 1, left: 45 });
    expect(nextBlank(stock)).toBe(106);
  });

  test.each([
    ['before the first', () => takeBlanks(fresh, 100, numbers(1), [], act), 'blankUnknown'],
    ['behind the last', () => takeBlanks(fresh, 151, numbers(1), [], act), 'blankUnknown'],
    [
      'a spoiled one that is not of the delivery',
      () => takeBlanks(fresh, 101, [], [99], act),
      'blankUnknown',
    ],
    ['one twice spoiled', () => takeBlanks(fresh, 101, [], [103, 103], act), 'blankGone'],
    ['more than are left', () => takeBlanks(fresh, 149, numbers(3), [], act), 'blanksSpent'],
    [
      'one that is used',
      () => takeBlanks(takeBlanks(fresh, 101, numbers(2), [], act).stock, 102, numbers(1), [], act),
      'blankGone',
    ],
    [
      'to spoil one that is used',
      () => spoilBlank(takeBlanks(fresh, 101, numbers(2), [], act).stock, 101, '弄脏', act),
      'blankGone',
    ],
  ])('%s is refused', (_, taking, code) => {
    expect(taking).toThrow(expect.objectContaining({ code }));
  });
});

test('whatever is done, used, spoiled and left add up, and no blank is used twice', () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('take' as const),
      from: fc.integer({ min: 95, max: 155 }),
      count: fc.integer({ min: 0, max: 8 }),
      spoiled: fc.array(fc.integer({ min: 98, max: 152 }), { maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('spoil' as const), serial: fc.integer({ min: 98, max: 152 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let stock = fresh;
      const given: string[] = [];
      for (const one of steps) {
        try {
          if (one.kind === 'spoil') stock = spoilBlank(stock, one.serial, '弄脏', act);
          else {
            const taken = takeBlanks(stock, one.from, numbers(one.count, given.length), one.spoiled, act);
            stock = taken.stock;
            given.push(...taken.blanks);
          }
        } catch {
          // Refused: nothing of it was done.
        }
        const { total, used, spoiled, left } = blankCounts(stock);
        expect(used + spoiled + left).toBe(total);
        expect(used).toBe(given.length);
        expect(new Set(given).size).toBe(given.length);
        expect(Object.keys(stock.used).filter((serial) => Object.hasOwn(stock.spoiled, serial))).toEqual([]);
      }
    }),
  );
});
