import type { JournalEntry } from '../../shared/exchange/journal/entry.ts';
import type { ProofSum } from './content-proof.ts';
import type { BaseDatabase } from './schema.ts';

/** Keeps an entry with its transaction: in the journal, by the records it touched, and in the proof. */
export async function recordEntry(
  database: BaseDatabase,
  entry: JournalEntry,
  proof: ProofSum,
): Promise<void> {
  const records = [...new Set(entry.changes.map(({ table, key }) => `${table}:${key}`))];
  await database.rows.journal.add({ ...entry, records });
  proof.replace('journal', undefined, entry);
  await proof.save(database);
}
