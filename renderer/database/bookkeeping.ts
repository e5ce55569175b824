import type { JournalEntry } from '../../shared/exchange/journal/entry.ts';

/** A journal entry with the records it touched, as `learners:…`: what a record's history is found by. */
export interface JournalRow extends JournalEntry {
  records: string[];
}

/** How many rows a table holds and a hash over all of them, kept up with every write. */
export interface TableProof {
  rows: number;
  /** 128 bits as hexadecimal digits. */
  hash: string;
}

export interface ContentProof {
  id: 'content';
  tables: Record<string, TableProof>;
}

/** Which rules the derived tables were last built by, and whether they follow from what is there now. */
export interface Derivation {
  id: 'ledger';
  version: number;
  current: boolean;
}

/** What the database keeps beside the tables of a base, as Dexie writes keys and indexes. */
export const bookkeeping = {
  journal: 'sequence, *records',
  proofs: 'id',
  derivations: 'id',
} as const;
