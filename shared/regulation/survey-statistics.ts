import { percent } from '../domain/base/percent.ts';
import { scaleTop } from '../domain/surveys/survey.ts';
import type { ValueCounts } from '../domain/surveys/survey-run.ts';

/** Below so many answers nothing but their number is shown: fewer could be told apart. */
export const fewestAnswers = 5;

/** How many there are in all: blanks are in none of the counts. */
export function answeredIn(counts: ValueCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Counts of several groups together. */
export function addCounts(all: readonly ValueCounts[]): ValueCounts {
  const sum: ValueCounts = {};
  for (const counts of all) {
    for (const [value, count] of Object.entries(counts)) sum[value] = (sum[value] ?? 0) + count;
  }
  return sum;
}

/** Mean and variance (n − 1) of counted numbers; null where there are none. */
export function momentsOf(counts: ValueCounts): { n: number; mean: number; variance: number } | null {
  const n = answeredIn(counts);
  if (n === 0) return null;
  const entries = Object.entries(counts).map(([value, count]) => [Number(value), count] as const);
  const mean = entries.reduce((sum, [value, count]) => sum + value * count, 0) / n;
  const squares = entries.reduce((sum, [value, count]) => sum + (value - mean) ** 2 * count, 0);
  return { n, mean, variance: n > 1 ? squares / (n - 1) : 0 };
}

function countFrom(counts: ValueCounts, least: number, most: number): number {
  return Object.entries(counts).reduce(
    (sum, [value, count]) => sum + (Number(value) >= least && Number(value) <= most ? count : 0),
    0,
  );
}

/** 第24条: who gave 4 or 5 of those who answered; blanks leave the denominator. */
export function satisfaction(counts: ValueCounts): {
  satisfied: number;
  answered: number;
  rate: number | null;
} {
  const [satisfied, answered] = [countFrom(counts, 4, scaleTop), answeredIn(counts)];
  return { satisfied, answered, rate: percent(satisfied, answered) };
}

/** Net score of a five-point scale: percent of 4 and 5 less percent of 1 and 2; null of nothing. */
export function netSatisfaction(counts: ValueCounts): number | null {
  return percent(countFrom(counts, 4, scaleTop) - countFrom(counts, 1, 2), answeredIn(counts));
}

/** Net promoter score of 0 to 10: percent of 9 and 10 less percent of 0 to 6; null of nothing. */
export function netPromoter(counts: ValueCounts): number | null {
  return percent(countFrom(counts, 9, 10) - countFrom(counts, 0, 6), answeredIn(counts));
}

/** Forms that came back of those given out: 40 given, 36 back = 90.0. */
export function responseRate(given: number, back: number): number | null {
  return percent(back, given);
}

/** Whether so many answers may be broken down. */
export function isShowable(answers: number): boolean {
  return answers >= fewestAnswers;
}

export interface Difference {
  /** Own mean less the other. */
  by: number;
  /** Two-sided, of Welch's test; 1 where neither side varies and the means are equal. */
  p: number;
  isBeyondChance: boolean;
}

const significance = 0.05;

/**
 * Whether two groups' means differ by more than chance: Welch's t test, two-sided, at 5 %. Null where
 * either has fewer than five answers.
 */
export function compareAverages(own: ValueCounts, other: ValueCounts): Difference | null {
  const [a, b] = [momentsOf(own), momentsOf(other)];
  if (!a || !b || !isShowable(a.n) || !isShowable(b.n)) return null;
  const by = a.mean - b.mean;
  const [errorA, errorB] = [a.variance / a.n, b.variance / b.n];
  const error = errorA + errorB;
  if (error === 0) return { by, p: by === 0 ? 1 : 0, isBeyondChance: by !== 0 };
  const freedom = error ** 2 / (errorA ** 2 / (a.n - 1) + errorB ** 2 / (b.n - 1));
  const p = twoSidedP(by / Math.sqrt(error), freedom);
  return { by, p, isBeyondChance: p < significance };
}

/** The chance of a t at least so far from 0 with `freedom` degrees of freedom. */
export function twoSidedP(t: number, freedom: number): number {
  return incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
}

const lanczos = [
  76.18009172947146, -86.50532032941678, 24.01409824083091, -1.231739572450155, 0.001208650973866179,
  -0.000005395239384953,
];

function logGamma(x: number): number {
  const near = x + 5.5 - (x + 0.5) * Math.log(x + 5.5);
  const series = lanczos.reduce((sum, term, at) => sum + term / (x + at + 1), 1.000000000190015);
  return -near + Math.log((2.5066282746310007 * series) / x);
}

/** The regularised incomplete beta function (Numerical Recipes in C, 6.4). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** Lentz's evaluation of its continued fraction. */
function betaFraction(x: number, a: number, b: number): number {
  const away = (value: number) => (Math.abs(value) < 1e-30 ? 1e-30 : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 300; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-12) break;
  }
  return fraction;
}
