import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import type { Filing } from '../../../shared/domain/teaching/filing.ts';
import type { JournalEntry } from '../../../shared/exchange/journal/entry.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { changesOfClass } from './class-changes.ts';

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
