import { applyChange, type Change } from '../../shared/exchange/journal/change.ts';
import type { JournalEntry } from '../../shared/exchange/journal/entry.ts';
import type { BaseStore } from './base-store.ts';
import { ProofSum } from './content-proof.ts';
import { markLedgerStale } from './ledger/derivation.ts';
import { recordEntry } from './record-entry.ts';

async function applyToTable(store: BaseStore, made: Change, proof: ProofSum): Promise<void> {
  const table = store.table<object, string>(made.table);
  const before = await table.get(made.key);
  const after = applyChange(before, made);
  proof.replace(made.table, before, after);
  if (after === undefined) await table.delete(made.key);
  else await table.put(after);
}

/**
 * Applies journal entries to a database in their order, each in one transaction with its entry. The
 * ledger is not kept up meanwhile: `bringLedgerUpToDate` builds it when all are in.
 * @throws Error when an entry does not follow the last one the database holds
 */
export async function replay(store: BaseStore, entries: Iterable<JournalEntry>): Promise<void> {
  for (const entry of entries) {
    await store.write(async () => {
      const proof = new ProofSum();
      // What follows from the entries is built once, when all of them are in.
      if (entry.changes.length > 0) await markLedgerStale(store);
      for (const made of entry.changes) await applyToTable(store, made, proof);
      await recordEntry(store, proof, (last) => {
        if (entry.sequence !== last + 1) throw new Error(`entry ${entry.sequence} does not follow ${last}`);
        return entry;
      });
    });
  }
}
