import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ValueCounts } from '../domain/surveys/survey-run.ts';
import {
  compareAverages,
  momentsOf,
  netPromoter,
  netSatisfaction,
  responseRate,
  satisfaction,
  twoSidedP,
} from './survey-statistics.ts';

describe('第24条: what a survey comes to', () => {
  test('40 given, 36 back is 90.0 %', () => expect(responseRate(40, 36)).toBe(90));

  test('33 satisfied of 36 answered is 91.7 %: blanks leave the denominator', () => {
    expect(satisfaction({ 5: 20, 4: 13, 3: 2, 1: 1 })).toEqual({ satisfied: 33, answered: 36, rate: 91.7 });
  });

  test('nobody answered: there is no rate, and it is not 0 %', () => {
    expect([responseRate(0, 0), satisfaction({}).rate, netSatisfaction({})]).toEqual([null, null, null]);
  });

  test.each<[string, number | null, number]>([
    ['net score takes the dissatisfied from the satisfied, the middle counts for nobody', 40, 10],
    ['net promoters are 9 and 10 less 0 to 6', 20, 10],
  ])('%s', (name, expected) => {
    const net = name.startsWith('net score')
      ? netSatisfaction({ 5: 3, 4: 3, 3: 2, 2: 1, 1: 1 })
      : netPromoter({ 10: 3, 9: 2, 8: 2, 6: 2, 0: 1 });
    expect(net).toBe(expected);
  });

  test('mean and variance are those of the values written out', () => {
    const counts = fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5'), fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(counts, (some) => {
        const values = Object.entries(some).flatMap(([value, count]) =>
          Array.from({ length: count }, () => Number(value)),
        );
        const moments = momentsOf(some);
        if (values.length === 0) {
          expect(moments).toBeNull();
          return;
        }
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
        expect(moments?.n).toBe(values.length);
        expect(moments?.mean).toBeCloseTo(mean, 10);
        expect(moments?.variance).toBeCloseTo(squares / Math.max(1, values.length - 1), 10);
      }),
    );
  });
});

describe('whether a difference is more than chance', () => {
  test.each([
    // The two-sided 5 % points of Student's t, as printed in any table.
    [1, 12.706],
    [4, 2.776],
    [10, 2.228],
    [30, 2.042],
    [120, 1.98],
  ])('%i degrees of freedom: |t| = %f has a chance of 5 %%', (freedom, t) => {
    expect(twoSidedP(t, freedom)).toBeCloseTo(0.05, 3);
    expect(twoSidedP(-t, freedom)).toBeCloseTo(0.05, 3);
  });

  test('t = 0 is chance alone, a huge t none', () => {
    expect(twoSidedP(0, 8)).toBeCloseTo(1, 10);
    expect(twoSidedP(60, 8)).toBeLessThan(1e-9);
  });

  test('a small difference of few answers may be chance, a large one of many is not', () => {
    const few: [ValueCounts, ValueCounts] = [
      { 4: 3, 5: 3 },
      { 4: 4, 5: 2 },
    ];
    expect(compareAverages(...few)).toMatchObject({ isBeyondChance: false });
    const many = compareAverages({ 3: 10, 4: 30, 5: 60 }, { 3: 40, 4: 40, 5: 20 });
    expect(many).toMatchObject({ isBeyondChance: true });
    expect(many?.by).toBeCloseTo(0.7, 10);
  });

  test('fewer than five answers are compared with nothing', () => {
    expect(compareAverages({ 5: 4 }, { 1: 40 })).toBeNull();
    expect(compareAverages({ 5: 40 }, { 1: 4 })).toBeNull();
  });

  test('groups in which everybody gave the same are equal, or differ for sure', () => {
    expect(compareAverages({ 5: 9 }, { 5: 7 })).toEqual({ by: 0, p: 1, isBeyondChance: false });
    expect(compareAverages({ 5: 9 }, { 4: 7 })).toEqual({ by: 1, p: 0, isBeyondChance: true });
  });
});
