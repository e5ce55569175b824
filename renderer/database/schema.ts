import type { Transaction } from 'dexie';
import { bookkeeping } from './bookkeeping.ts';
import { tableNames, tables } from './rows.ts';

/** One version of how the database is laid out, and what is done to the rows of the one before. */
export interface SchemaVersion {
  version: number;
  /** Key and indexes of each table, as Dexie writes them. */
  stores: Readonly<Record<string, string>>;
  upgrade?(transaction: Transaction): PromiseLike<unknown>;
}

/** The layout of today, as the tables say it. */
export function currentStores(): Record<string, string> {
  const own = tableNames.map((name) => {
    const { key, indexes } = tables[name].definition;
    return [name, [key, ...indexes].join(', ')] as const;
  });
  return { ...Object.fromEntries(own), ...bookkeeping };
}

/**
 * Every version there was, the newest last. One that has been shipped is written out and never edited; the
 * newest is what the tables say.
 */
export const schemaVersions: readonly SchemaVersion[] = [{ version: 1, stores: currentStores() }];

/** The newest of some versions. */
export function newestOf(versions: readonly SchemaVersion[]): number {
  return Math.max(...versions.map(({ version }) => version));
}

/** Every table that a command may touch, for the scope of its transaction. */
export const writtenTables: readonly string[] = [...tableNames, ...Object.keys(bookkeeping)];
