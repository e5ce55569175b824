import type { JournalHead } from '../../shared/contract/host.ts';
import { lastSequence } from './journal-head.ts';
import type { JournalFile } from './outbox.ts';
import { replay } from './replay.ts';
import type { BaseDatabase } from './schema.ts';

/** How database and journal file stand to each other when the app opens. */
export type Standing =
  /** The journal holds nothing the database lacks; what it lacks itself is shipped. */
  | { kind: 'even' }
  | { kind: 'databaseBehind'; database: number; journal: number }
  /** Their common entry is not the same one. */
  | { kind: 'forked'; sequence: number }
  | { kind: 'damaged'; damage: NonNullable<JournalHead['damage']> };

async function idInFile(file: JournalFile, head: JournalHead, sequence: number): Promise<string | null> {
  if (sequence === head.sequence) return head.id;
  const [entry] = (await file.read({ from: sequence, limit: 1 })).entries;
  return entry?.id ?? null;
}

/** Compares the heads of database and journal file, and that they are of one lineage. */
export async function compareWithJournal(database: BaseDatabase, file: JournalFile): Promise<Standing> {
  const head = await file.head({});
  if (head.damage) return { kind: 'damaged', damage: head.damage };
  const last = await lastSequence(database);
  const common = Math.min(last, head.sequence);
  if (common > 0) {
    const known = (await database.rows.journal.get(common))?.id;
    if (known !== (await idInFile(file, head, common))) return { kind: 'forked', sequence: common };
  }
  if (last < head.sequence) return { kind: 'databaseBehind', database: last, journal: head.sequence };
  return { kind: 'even' };
}

const entriesAtOnce = 500;

/** Brings a database that is behind, or gone, to where the journal file is. */
export async function rebuildFromJournal(
  database: BaseDatabase,
  file: JournalFile,
  onProgress: (done: number) => void,
): Promise<void> {
  for (;;) {
    const done = await lastSequence(database);
    onProgress(done);
    const { entries } = await file.read({ from: done + 1, limit: entriesAtOnce });
    if (entries.length === 0) return;
    await replay(database, entries);
  }
}
