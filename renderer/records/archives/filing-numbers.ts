import { civilYear } from '../../../shared/domain/base/civil-date.ts';
import {
  type CertificateNumbering,
  certificateSeries,
  numberOrRefuse,
} from '../../../shared/domain/base/number-pattern.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import type { Filing } from '../../../shared/domain/teaching/filing.ts';
import type { JournalEntry } from '../../../shared/exchange/journal/entry.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { mustGetBase } from '../lookups.ts';
import { changesOfClass } from './class-changes.ts';

/** How volumes filed on a day are numbered, and the series they are counted in. */
export async function filingNumbering(
  database: BaseDatabase,
  today: string,
): Promise<{ series: string; numbering: CertificateNumbering }> {
  const { profile, settings } = await mustGetBase(database);
  const numbering = {
    pattern: settings.archiveNumberPattern,
    baseCode: profile.code,
    year: civilYear(today),
  };
  return { series: `archive:${certificateSeries(numbering)}`, numbering };
}

/** The number after the last one given out. @throws Refusal serialExhausted */
export function numberAfter(numbering: CertificateNumbering, last: number): string {
  return numberOrRefuse(numbering, last + 1);
}

/** The number the next volume will have: it is printed before it is taken. */
export async function nextVolumeNumber(database: BaseDatabase, today: string): Promise<string> {
  const { series, numbering } = await filingNumbering(database, today);
  return numberAfter(numbering, (await database.rows.counters.get(series))?.value ?? 0);
}

/** The volume of a class and its supplements, in the order they were filed. */
export async function volumesOf({ rows }: BaseDatabase, classId: string): Promise<Filing[]> {
  return (await rows.filings.where('classId').equals(classId).toArray()).sort((a, b) =>
    a.filedAt.localeCompare(b.filedAt),
  );
}

/** The number of the next supplement: the volume's, and its place behind it. */
export function supplementNumber(volumes: readonly Filing[]): string {
  return `${volumes.find(({ kind }) => kind === 'volume')?.number ?? ''}-补${volumes.length}`;
}

/** What was changed of a filed class since its supplement was opened. */
export async function supplementChanges(
  database: BaseDatabase,
  { id, supplement }: TrainingClass,
): Promise<JournalEntry[]> {
  return supplement ? changesOfClass(database, id, supplement.after) : [];
}
