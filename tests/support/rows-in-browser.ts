import type { Page } from 'playwright-core';
import type { ContentProof, TableProof } from '../../renderer/database/bookkeeping.ts';

/** Every row the browser really holds, read past the app. */
export async function rowsInBrowser(page: Page): Promise<Record<string, object[]>> {
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

/** Rows and content hash of every table, as the database in use keeps them, read past the app. */
export async function keptProof(page: Page): Promise<Record<string, TableProof>> {
  const [kept] = (await rowsInBrowser(page)).proofs as ContentProof[];
  return kept?.tables ?? {};
}
