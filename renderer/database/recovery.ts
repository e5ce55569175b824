import type { JournalHead } from '../../shared/contract/host.ts';
import { Refusal } from '../../shared/refusals/index.ts';
import type { BaseDatabase } from './base-database.ts';
import type { BaseStore } from './base-store.ts';
import type { TableProof } from './bookkeeping.ts';
import { computeProof, differingTables, provenTables, tablesThatChanged } from './content-proof.ts';
import { lastSequence } from './journal-head.ts';
import { bringLedgerUpToDate } from './ledger/rebuild-ledger.ts';
import type { JournalFile } from './outbox.ts';
import { replay } from './replay.ts';

export type Damage = NonNullable<JournalHead['damage']>;

/** How database and journal file stand to each other when the app opens. */
export type Standing =
  /** The journal holds nothing the database lacks; what it lacks itself is shipped. */
  | { kind: 'even' }
  | { kind: 'databaseBehind'; database: number; journal: number }
  /** Rows are not what was written: the browser lost or changed something. */
  | { kind: 'databaseDamaged'; tables: string[]; journal: number }
  /** A backup was restored; the database is still what it was before. */
  | { kind: 'restored'; journal: number }
  /** Their common entry is not the same one. */
  | { kind: 'forked'; sequence: number }
  /** The database is whole and holds every entry the journal can still show. */
  | { kind: 'journalDamaged'; damage: Damage }
  /** Neither is whole: the newest backup and what the journal still has. */
  | { kind: 'bothDamaged'; damage: Damage };

async function idInFile(file: JournalFile, sequence: number): Promise<string | null> {
  const [entry] = (await file.read({ from: sequence, limit: 1 })).entries;
  return entry?.id ?? null;
}

async function isSameEntry(database: BaseDatabase, file: JournalFile, sequence: number): Promise<boolean> {
  return (await database.rows.journal.get(sequence))?.id === (await idInFile(file, sequence));
}

/** The first sequence at which database and file hold different entries, by halving. */
async function forkPoint(database: BaseDatabase, file: JournalFile, common: number): Promise<number> {
  let [same, different] = [0, common];
  while (different - same > 1) {
    const middle = Math.floor((same + different) / 2);
    if (await isSameEntry(database, file, middle)) same = middle;
    else different = middle;
  }
  return different;
}

async function standingOfFork(database: BaseDatabase, file: JournalFile, head: JournalHead, common: number) {
  const [last] = (await file.read({ from: head.sequence, limit: 1 })).entries;
  for (const replaced of last?.replaces ?? []) {
    if ((await database.rows.journal.get(replaced.sequence))?.id === replaced.id) {
      return { kind: 'restored', journal: head.sequence } as const;
    }
  }
  return { kind: 'forked', sequence: await forkPoint(database, file, common) } as const;
}

/** What the content check found: the tables whose rows are not what was written. */
type Check = (database: BaseDatabase) => Promise<string[]>;

const unchecked: Check = async () => [];

/**
 * Compares the heads of database and journal file, that they are of one lineage, and that every row
 * still is what was written.
 */
export function compareWithJournal(database: BaseDatabase, file: JournalFile): Promise<Standing> {
  return compare(database, file, tablesThatChanged);
}

/** Compares the heads alone: quick, and not yet to be trusted. */
export function compareHeads(database: BaseDatabase, file: JournalFile): Promise<Standing> {
  return compare(database, file, unchecked);
}

async function compare(database: BaseDatabase, file: JournalFile, check: Check): Promise<Standing> {
  const head = await file.head({});
  try {
    return await compareWithHead(database, file, head, check);
  } catch (thrown) {
    // The host refuses in words; anything else is the browser that can't read its own store.
    if (thrown instanceof Refusal) throw thrown;
    if (head.damage) return { kind: 'bothDamaged', damage: head.damage };
    return { kind: 'databaseDamaged', tables: [...provenTables], journal: head.sequence };
  }
}

async function compareWithHead(
  database: BaseDatabase,
  file: JournalFile,
  head: JournalHead,
  check: Check,
): Promise<Standing> {
  const last = await lastSequence(database);
  const changed = last === 0 ? [] : await check(database);
  if (head.damage) {
    const isWhole = last >= head.sequence && last > 0 && changed.length === 0;
    return { kind: isWhole ? 'journalDamaged' : 'bothDamaged', damage: head.damage };
  }
  const common = Math.min(last, head.sequence);
  if (common > 0 && !changed.includes('journal')) {
    // At the head itself the file need not be read.
    const isOneLineage =
      common === head.sequence
        ? (await database.rows.journal.get(common))?.id === head.id
        : await isSameEntry(database, file, common);
    if (!isOneLineage) return standingOfFork(database, file, head, common);
  }
  if (changed.length > 0) return { kind: 'databaseDamaged', tables: changed, journal: head.sequence };
  if (last < head.sequence) return { kind: 'databaseBehind', database: last, journal: head.sequence };
  return { kind: 'even' };
}

const entriesAtOnce = 500;

/**
 * Brings a database that is behind, or empty, to where the journal file is.
 * @throws Error where the rows then are not what the entries add up to
 */
export async function rebuildFromJournal(
  store: BaseStore,
  file: JournalFile,
  onProgress: (done: number) => void,
): Promise<Record<string, TableProof>> {
  for (;;) {
    const done = await lastSequence(store);
    onProgress(done);
    const { entries } = await file.read({ from: done + 1, limit: entriesAtOnce });
    if (entries.length === 0) break;
    await replay(store, entries);
  }
  await bringLedgerUpToDate(store);
  const proof = await computeProof(store);
  const kept = (await store.rows.proofs.get('content'))?.tables ?? {};
  const differing = differingTables(proof, kept);
  if (differing.length > 0) throw new Error(`恢复后的内容核对不符：${differing.join('、')}`);
  return Object.fromEntries(provenTables.flatMap((table) => (proof[table] ? [[table, proof[table]]] : [])));
}
