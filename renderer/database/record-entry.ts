import type { JournalEntry } from '../../shared/exchange/journal/entry.ts';
import type { BaseStore } from './base-store.ts';
import type { ProofSum } from './content-proof.ts';
import { lastSequence } from './journal-head.ts';

/**
 * Keeps an entry with its transaction: in the journal, by the records it touched, and in the proof.
 * @param entryAfter the entry that follows the one of this sequence
 */
export async function recordEntry(
  store: BaseStore,
  proof: ProofSum,
  entryAfter: (last: number) => JournalEntry,
): Promise<JournalEntry> {
  const { journal, proofs } = store.bookkeeping;
  const [last, kept] = await Promise.all([lastSequence(store), proofs.get('content')]);
  const entry = entryAfter(last);
  const records = [...new Set(entry.changes.map(({ table, key }) => `${table}:${key}`))];
  proof.replace('journal', undefined, entry);
  await Promise.all([journal.add({ ...entry, records }), proofs.put(proof.addedTo(kept))]);
  return entry;
}
