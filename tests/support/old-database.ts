import Dexie from 'dexie';
import { v7 as uuid } from 'uuid';
import { expect } from 'vitest';
import { BaseDatabase } from '../../renderer/database/schema.ts';

/** Opens, as the app does now, what an earlier version left: its stores, with these rows by table. */
export async function openWhatWasLeft(
  version: number,
  stores: Record<string, string>,
  rows: Record<string, readonly object[]>,
): Promise<BaseDatabase> {
  const name = `old-${uuid()}`;
  const old = new Dexie(name);
  old.version(version).stores(stores);
  await old.open();
  for (const [table, content] of Object.entries(rows)) await old.table(table).bulkAdd([...content]);
  old.close();
  const database = new BaseDatabase(name);
  await database.open();
  return database;
}

/** Fails where a row of before is not there any more, or not as it was. */
export async function expectRows(
  database: BaseDatabase,
  rows: Record<string, readonly object[]>,
): Promise<void> {
  for (const [table, content] of Object.entries(rows)) {
    expect(await database.table(table).toArray()).toEqual(content);
  }
}
