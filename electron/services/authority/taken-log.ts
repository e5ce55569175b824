import { z } from 'zod';
import type { Period } from '../../../shared/domain/base/statistics.ts';
import type { TakenPackage } from './conflicts.ts';

/** A file of the store, by its path in it; once there it never changes. */
const storedFile = z.object({ path: z.string(), hash: z.string() });
export type StoredFile = z.infer<typeof storedFile>;
const takenPackage = z.object({
  /** What it was called where it came in. */
  file: z.string(),
  baseCode: z.string(),
  baseName: z.string(),
  region: z.string(),
  from: z.string(),
  to: z.string(),
  sequence: z.number().int(),
  manifestHash: z.string(),
  people: z.number().int(),
  personTimes: z.number().int(),
  figures: storedFile,
  ledger: storedFile.nullable(),
});
export type TakenFigures = z.infer<typeof takenPackage>;
/** A line of `taken.jsonl`: a run taken, or taken back. */
export const logLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('taken'), run: z.uuid(), on: z.string(), packages: z.array(takenPackage) }),
  z.object({ kind: z.literal('takenBack'), run: z.uuid(), on: z.string() }),
]);
export type TakenRun = Extract<z.infer<typeof logLine>, { kind: 'taken' }>;
/** A package that counts, with the run it was taken in. */
export type StoredPackage = TakenFigures & TakenPackage & { run: string; on: string };

/** The files that a package has in the store. */
export function filesOf({ figures, ledger }: Pick<StoredPackage, 'figures' | 'ledger'>): StoredFile[] {
  return ledger === null ? [figures] : [figures, ledger];
}

/** The runs of packages that count, the latest first. */
export function runsOf(packages: readonly StoredPackage[]): { run: string; on: string; packages: number }[] {
  const runs = new Map<string, { run: string; on: string; packages: number }>();
  for (const { run, on } of packages) {
    const known = runs.get(run) ?? { run, on, packages: 0 };
    runs.set(run, { ...known, packages: known.packages + 1 });
  }
  return [...runs.values()].reverse();
}

/** The periods that packages report, the latest first. */
export function periodsOf(current: readonly StoredPackage[]): { period: Period; bases: number }[] {
  const periods = new Map<string, { period: Period; bases: number }>();
  for (const { from, to } of current) {
    const known = periods.get(`${from} ${to}`) ?? { period: { from, to }, bases: 0 };
    periods.set(`${from} ${to}`, { ...known, bases: known.bases + 1 });
  }
  return [...periods.values()].sort((one, other) => other.period.from.localeCompare(one.period.from));
}
