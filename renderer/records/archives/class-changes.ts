import type { Change } from '../../../shared/exchange/journal/change.ts';
import type { JournalEntry } from '../../../shared/exchange/journal/entry.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { isTableName } from '../../database/rows.ts';
import { classOfRow, isStated } from '../guards/class-of-row.ts';

async function classOfChange({ rows }: BaseDatabase, change: Change): Promise<string | null> {
  const { table } = change;
  if (!isTableName(table)) return null;
  if ('removed' in change) return classOfRow(table, change.removed);
  if ('added' in change) return classOfRow(table, change.added);
  const fields = change.edits.map(({ path }) => path[0] ?? '');
  // A row that is gone since says by its removal whose it was.
  return isStated(table, fields) ? classOfRow(table, await rows[table].get(change.key)) : null;
}

/** The operations after a sequence that changed what a class has on record, in their order. */
export async function changesOfClass(
  database: BaseDatabase,
  classId: string,
  after: number,
): Promise<JournalEntry[]> {
  const entries = await database.rows.journal.where('sequence').above(after).toArray();
  const found: JournalEntry[] = [];
  for (const entry of entries) {
    for (const change of entry.changes) {
      if ((await classOfChange(database, change)) !== classId) continue;
      found.push(entry);
      break;
    }
  }
  return found;
}
