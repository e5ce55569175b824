import type { Change } from '../../../shared/exchange/journal/change.ts';
import type { JournalEntry } from '../../../shared/exchange/journal/entry.ts';
import type { BaseDatabase } from '../../database/schema.ts';
import { tablesOfClass } from '../guards/refuse-filed-changes.ts';

function isOnlyPrinted(change: Change): boolean {
  return (
    change.table === 'certificates' &&
    'edits' in change &&
    change.edits.every(({ path }) => path[0] === 'prints')
  );
}

async function classOfChange(database: BaseDatabase, change: Change): Promise<string | null> {
  const field = tablesOfClass[change.table];
  if (!field || isOnlyPrinted(change)) return null;
  if ('removed' in change) return String(change.removed[field]);
  const row = 'added' in change ? change.added : await database.table(change.table).get(change.key);
  // A row that is gone since says by its removal whose it was.
  return row ? String((row as Record<string, unknown>)[field]) : null;
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
