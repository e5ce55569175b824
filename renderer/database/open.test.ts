import Dexie from 'dexie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { currentGeneration, deleteGenerationsBefore, nextGeneration } from './generations.ts';
import { openDatabase } from './open.ts';
import { BaseDatabase, schemaVersion } from './schema.ts';

async function openNext(): Promise<BaseDatabase> {
  const { name, indexedDB: store } = await nextGeneration();
  const database = new BaseDatabase(name, store);
  await database.open();
  return database;
}

afterEach(async () => {
  vi.unstubAllGlobals();
  for (const name of (await navigator.storageBuckets?.keys()) ?? [])
    await navigator.storageBuckets?.delete(name);
  for (const { name } of await indexedDB.databases()) if (name?.startsWith('base-')) await Dexie.delete(name);
});

describe.each([
  ['in buckets', true],
  ['where Chromium has no buckets', false],
])('generations of the database %s', (_, hasBuckets) => {
  test('the next one is in use from then on, and the ones before it go', async () => {
    if (!hasBuckets) {
      Object.defineProperty(navigator, 'storageBuckets', { value: undefined, configurable: true });
    }
    try {
      expect((await currentGeneration()).name).toBe('base-1');
      const [second, third] = [await openNext(), await openNext()];
      expect([second.name, third.name, (await currentGeneration()).name]).toEqual([
        'base-2',
        'base-3',
        'base-3',
      ]);
      second.close();
      await deleteGenerationsBefore(third.name);
      expect((await currentGeneration()).name).toBe('base-3');
      expect((await nextGeneration()).name).toBe('base-4');
      third.close();
    } finally {
      // What stood in for the browser's own is taken away; its own is on the prototype.
      Reflect.deleteProperty(navigator, 'storageBuckets');
    }
  });
});

test('a database whose store lost an index is mended by Dexie, and opens ever after', async () => {
  const whole = await openDatabase();
  if (!whole.ok) throw new Error(whole.message);
  whole.database.close();
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open('base-1', schemaVersion * 10 + 1);
    request.onupgradeneeded = () => request.transaction?.objectStore('sessions').deleteIndex('classId');
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error);
  });
  for (const _ of ['first', 'again', 'and again']) {
    const opening = await openDatabase();
    if (!opening.ok) throw new Error(opening.message);
    expect(await opening.database.rows.sessions.where('classId').equals('none').count()).toBe(0);
    opening.database.close();
  }
});

const newer = schemaVersion + 1;

test('a database written by a newer version is refused, untouched', async () => {
  const name = 'base-1';
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name, newer * 10);
    request.onupgradeneeded = () => request.result.createObjectStore('future');
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error);
  });
  const opening = await openDatabase();
  expect(opening).toMatchObject({ ok: false, message: expect.stringContaining(`数据版本 ${newer}`) });
  const [found] = (await indexedDB.databases()).filter((database) => database.name === name);
  expect(found?.version).toBe(newer * 10);
});
