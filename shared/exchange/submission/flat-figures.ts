import { z } from 'zod';
import type { Statistics } from '../../domain/base/statistics.ts';

/** One figure by itself, as tables and databases hold it. */
export const flatFigure = z.object({
  /** `totals`, a breakdown, `ways`, `money`, `trainers` or `satisfaction`. */
  table: z.string(),
  /** Of the row; empty where the table is one row. */
  key: z.string(),
  label: z.string(),
  /** What is counted, as `personTimes`. */
  measure: z.string(),
  value: z.number().int(),
});
export type FlatFigure = z.infer<typeof flatFigure>;

/** The same figure before and after. */
export const changedFigure = flatFigure.omit({ value: true }).extend({
  before: z.number().int(),
  after: z.number().int(),
});
export type ChangedFigure = z.infer<typeof changedFigure>;

function flatRow(table: string, row: Record<string, string | number | null>): FlatFigure[] {
  const { key = '', label = '', ...measures } = row;
  return Object.entries(measures).flatMap(([measure, value]) =>
    typeof value === 'number' ? [{ table, key: String(key), label: String(label), measure, value }] : [],
  );
}

/** Every figure of the statistics, one a row, always in one order. */
export function flatFigures(statistics: Statistics): FlatFigure[] {
  const { totals, by, ways, money, trainers, satisfaction } = statistics;
  return [
    ...flatRow('totals', totals),
    ...Object.entries(by).flatMap(([table, rows]) => rows.flatMap((row) => flatRow(table, row))),
    ...ways.flatMap((row) => flatRow('ways', row)),
    ...money.flatMap((row) => flatRow('money', row)),
    ...flatRow('trainers', trainers),
    ...flatRow('satisfaction', satisfaction),
  ];
}

function placeOf({ table, key, measure }: Pick<FlatFigure, 'table' | 'key' | 'measure'>): string {
  return JSON.stringify([table, key, measure]);
}

/** What differs between two counts of one period; a row that only one of them has is 0 in the other. */
export function changedFigures(before: Statistics, after: Statistics): ChangedFigure[] {
  const [past, now] = [flatFigures(before), flatFigures(after)];
  const pastValues = new Map(past.map((figure) => [placeOf(figure), figure.value]));
  const nowPlaces = new Set(now.map(placeOf));
  const gone = past
    .filter((figure) => !nowPlaces.has(placeOf(figure)))
    .map((figure) => ({ ...figure, value: 0 }));
  return [...now, ...gone].flatMap(({ value: after, ...figure }) => {
    const before = pastValues.get(placeOf(figure)) ?? 0;
    return before === after ? [] : [{ ...figure, before, after }];
  });
}
