import type { Page } from 'playwright-core';
import type { TableProof } from '../../renderer/database/rows.ts';

/** Rows and content hash of every table, as the database in use keeps them, read past the app. */
export async function keptProof(page: Page): Promise<Record<string, TableProof>> {
  return page.evaluate(async () => {
    const buckets = (
      navigator as unknown as {
        storageBuckets: { keys(): Promise<string[]>; open(name: string): Promise<{ indexedDB: IDBFactory }> };
      }
    ).storageBuckets;
    const [newest] = (await buckets.keys()).sort((a, b) => Number(b.slice(5)) - Number(a.slice(5)));
    const factory = newest === undefined ? indexedDB : (await buckets.open(newest)).indexedDB;
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = factory.open(newest ?? 'base-1');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const proof = await new Promise<{ tables: Record<string, { rows: number; hash: string }> }>((resolve) => {
      const request = database.transaction('proofs').objectStore('proofs').get('content');
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    return proof.tables;
  });
}
