import { applyChange, type Change } from '../../shared/exchange/journal/change.ts';
import type { JournalEntry } from '../../shared/exchange/journal/entry.ts';
import { ProofSum } from './content-proof.ts';
import { recordEntry } from './record-entry.ts';
import { tableNames } from './rows.ts';
import { BaseDatabase } from './schema.ts';

async function applyToTable(database: BaseDatabase, made: Change, proof: ProofSum): Promise<void> {
  const table = database.table<object, string>(made.table);
  const before = await table.get(made.key);
  const after = applyChange(before, made);
  proof.replace(made.table, before, after);
  if (after === undefined) await table.delete(made.key);
  else await table.put(after);
}

/**
 * Applies journal entries to a database in their order, each in one transaction with its entry.
 * @throws Error when an entry does not follow the last one the database holds
 */
export async function replay(database: BaseDatabase, entries: Iterable<JournalEntry>): Promise<void> {
  for (const entry of entries) {
    await database.transaction('rw', [...tableNames, 'journal', 'proofs'], async () => {
      BaseDatabase.allowWrites();
      const proof = new ProofSum();
      for (const made of entry.changes) await applyToTable(database, made, proof);
      await recordEntry(database, proof, (last) => {
        if (entry.sequence !== last + 1) throw new Error(`entry ${entry.sequence} does not follow ${last}`);
        return entry;
      });
    });
  }
}
