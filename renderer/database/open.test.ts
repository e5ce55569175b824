import Dexie from 'dexie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { BaseStore } from './base-store.ts';
import { currentGeneration, deleteGenerationsBefore, nextGeneration } from './generations.ts';
import { openDatabase } from './open.ts';
import { currentStores, newestOf, type SchemaVersion, schemaVersions } from './schema.ts';

async function openNext(): Promise<BaseStore> {
  const { name, indexedDB: store } = await nextGeneration();
  const database = new BaseStore(name, store);
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
  whole.store.close();
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open('base-1', newestOf(schemaVersions) * 10 + 1);
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
    expect(await opening.store.rows.sessions.where('classId').equals('none').count()).toBe(0);
    opening.store.close();
  }
});

const newer = newestOf(schemaVersions) + 1;

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

describe('a version that was shipped before', () => {
  const earlier: SchemaVersion = { version: 1, stores: { ...currentStores(), facilities: 'id' } };
  const made = {
    id: 'x',
    title: '新技术',
    subjectKind: 'general',
    content: '内容',
    creditHours: '8',
    textbook: '',
  };
  const later: SchemaVersion = {
    version: 2,
    stores: currentStores(),
    upgrade: (transaction) =>
      transaction
        .table('courses')
        .toCollection()
        .modify((row: { creditHours: unknown }) => {
          row.creditHours = Number(row.creditHours);
        }),
  };

  test('is brought to the newest: its rows changed, its new indexes added', async () => {
    const before = await openDatabase([earlier]);
    if (!before.ok) throw new Error(before.message);
    await before.store.write(() => before.store.table('courses').put(made));
    before.store.close();
    const after = await openDatabase([earlier, later]);
    if (!after.ok) throw new Error(after.message);
    expect(await after.store.rows.courses.toArray()).toEqual([{ ...made, creditHours: 8 }]);
    expect(await after.store.rows.facilities.where('kind').equals('room').count()).toBe(0);
    after.store.close();
  });

  test('does not open what the newest has written', async () => {
    const newest = await openDatabase([earlier, later]);
    if (!newest.ok) throw new Error(newest.message);
    newest.store.close();
    expect(await openDatabase([earlier])).toMatchObject({
      ok: false,
      canRebuild: false,
      message: expect.stringContaining('数据版本 2，本软件支持到 1'),
    });
  });
});
