import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { JournalEntry } from '../../shared/exchange/journal/entry.ts';
import type { BaseDatabase } from './base-database.ts';
import type { ContentProof, JournalRow, TableProof } from './bookkeeping.ts';
import type { ReadTable } from './read-tables.ts';
import { tableNames } from './rows.ts';

const modulus = 1n << 128n;

/** Every table that is proven: the rows of the base and the journal itself. */
export const provenTables: readonly string[] = [...tableNames, 'journal'];

/** JSON with keys in order: a row put together in another order is the same row. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join()}}`;
}

function hashOf(row: object): bigint {
  const bytes = sha256(new TextEncoder().encode(canonicalJson(row))).subarray(0, 16);
  return BigInt(`0x${bytesToHex(bytes)}`);
}

/** The journal entry within its row: what goes to the file and is proven. */
export function entryOf({ records: _, ...entry }: JournalRow): JournalEntry {
  return entry;
}

/**
 * Sums up what writes do to the proof of each table. The hash of a table is the sum of the hashes of
 * its rows, so that one row's change costs one row's hashing, whatever the table holds.
 */
export class ProofSum {
  private readonly sums = new Map<string, { rows: number; hash: bigint }>();

  private add(table: string, rows: number, hash: bigint): void {
    const sum = this.sums.get(table) ?? { rows: 0, hash: 0n };
    this.sums.set(table, { rows: sum.rows + rows, hash: (sum.hash + hash + modulus) % modulus });
  }

  /** Counts a row that came, went, or became another. */
  replace(table: string, before: object | undefined, after: object | undefined): void {
    if (before) this.add(table, -1, -hashOf(before));
    if (after) this.add(table, 1, hashOf(after));
  }

  /** The proof kept in the database with what was summed up added to it. */
  addedTo(proof: ContentProof | undefined): ContentProof {
    const tables = { ...proof?.tables };
    for (const [table, { rows, hash }] of this.sums) {
      const before = tables[table] ?? { rows: 0, hash: '0' };
      const sum = (BigInt(`0x${before.hash}`) + hash) % modulus;
      tables[table] = { rows: before.rows + rows, hash: sum.toString(16) };
    }
    return { id: 'content', tables };
  }

  proof(): Record<string, TableProof> {
    return Object.fromEntries(
      [...this.sums].map(([table, { rows, hash }]) => [table, { rows, hash: hash.toString(16) }]),
    );
  }
}

const rowsAtOnce = 2000;

async function eachRow<Key extends string | number>(
  table: ReadTable<object, Key, never>,
  onRow: (row: object) => void,
): Promise<void> {
  // By the store's own keys: the key within a damaged row may be another, and lead round in a circle.
  const keys = await table.toCollection().primaryKeys();
  for (let start = 0; start < keys.length; start += rowsAtOnce) {
    for (const row of await table.bulkGet(keys.slice(start, start + rowsAtOnce))) if (row) onRow(row);
  }
}

/** Counts and hashes every row anew, from what the database really holds. */
export async function computeProof({ rows }: BaseDatabase): Promise<Record<string, TableProof>> {
  const sum = new ProofSum();
  for (const name of tableNames) await eachRow(rows[name], (row) => sum.replace(name, undefined, row));
  await eachRow(rows.journal, (row) => sum.replace('journal', undefined, entryOf(row as JournalRow)));
  return sum.proof();
}

/** The tables of which two proofs say different things; a table one of them lacks is empty there. */
export function differingTables(a: Record<string, TableProof>, b: Record<string, TableProof>): string[] {
  const empty: TableProof = { rows: 0, hash: '0' };
  return provenTables.filter((table) => {
    const [one, other] = [a[table] ?? empty, b[table] ?? empty];
    return one.rows !== other.rows || one.hash !== other.hash;
  });
}

/** The tables whose rows are not what was written there: what the browser lost or changed. */
export async function tablesThatChanged(database: BaseDatabase): Promise<string[]> {
  const kept = (await database.rows.proofs.get('content'))?.tables ?? {};
  return differingTables(kept, await computeProof(database));
}
