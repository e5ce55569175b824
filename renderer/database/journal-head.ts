import type { BaseDatabase } from './base-database.ts';

/** The number of the newest journal entry, 0 before the first; reads the key alone, not the entry. */
export async function lastSequence(database: BaseDatabase): Promise<number> {
  const [last] = await database.rows.journal.orderBy(':id').reverse().limit(1).primaryKeys();
  return last ?? 0;
}
