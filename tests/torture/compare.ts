import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import { Journal } from '../../electron/services/journal/journal.ts';
import { applyChange } from '../../shared/exchange/journal/change.ts';
import type { JournalEntry } from '../../shared/exchange/journal/entry.ts';

type Tables = Record<string, Record<string, unknown>>;

const keyOf: Record<string, string> = {
  attendance: 'sessionId',
  assessments: 'classId',
  journal: 'sequence',
};

/** What all entries add up to, by a replay that shares nothing with the page but the change format. */
function replayed(entries: readonly JournalEntry[]): Tables {
  const tables: Tables = {};
  for (const entry of entries) {
    for (const made of entry.changes) {
      tables[made.table] ??= {};
      const rows = tables[made.table] as Record<string, unknown>;
      const after = applyChange(rows[made.key] as object | undefined, made);
      if (after === undefined) delete rows[made.key];
      else rows[made.key] = after;
    }
  }
  return tables;
}

/** Every row the browser really holds, read past the app. */
async function rowsInBrowser(page: Page): Promise<Record<string, object[]>> {
  return page.evaluate(async () => {
    const buckets = (
      navigator as unknown as {
        storageBuckets: { keys(): Promise<string[]>; open(name: string): Promise<{ indexedDB: IDBFactory }> };
      }
    ).storageBuckets;
    const [newest] = (await buckets.keys())
      .filter((name) => /^base-\d+$/.test(name))
      .sort((a, b) => Number(b.slice(5)) - Number(a.slice(5)));
    const factory = newest === undefined ? indexedDB : (await buckets.open(newest)).indexedDB;
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = factory.open(newest ?? 'base-1');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const tables: Record<string, object[]> = {};
    for (const table of database.objectStoreNames) {
      tables[table] = await new Promise((resolve, reject) => {
        const request = database.transaction(table).objectStore(table).getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    }
    database.close();
    return tables;
  });
}

export interface Comparison {
  /** Acknowledged entries that the journal does not hold any more. */
  lost: number[];
  /** Where journal, database and each other differ though the app opened without a word. */
  undetected: string[];
}

/** Compares what was acknowledged with what journal file and database hold now. */
export async function compare(
  page: Page,
  journalFolder: string,
  acknowledged: ReadonlyMap<number, JournalEntry>,
): Promise<Comparison> {
  const journal = new Journal(journalFolder);
  const { damage } = await journal.readHead();
  const entries = await journal.read(1, 1_000_000);
  const lost = [...acknowledged]
    .filter(([sequence, entry]) => !isDeepStrictEqual(entries[sequence - 1], entry))
    .map(([sequence]) => sequence);
  const undetected = damage ? [`journal ${damage.segment} ${damage.offset}`] : [];
  const tables = await rowsInBrowser(page);
  const expected = replayed(entries);
  for (const [table, rows] of Object.entries(tables)) {
    if (table === 'proofs') continue;
    const key = keyOf[table] ?? 'id';
    const held = Object.fromEntries(rows.map((row) => [String((row as Record<string, unknown>)[key]), row]));
    const wanted =
      table === 'journal'
        ? Object.fromEntries(
            entries.map((entry) => [
              String(entry.sequence),
              { ...entry, records: [...new Set(entry.changes.map((made) => `${made.table}:${made.key}`))] },
            ]),
          )
        : (expected[table] ?? {});
    if (!isDeepStrictEqual(held, wanted)) undetected.push(`table ${table}`);
  }
  return { lost, undetected };
}
