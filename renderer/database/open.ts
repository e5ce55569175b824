import { messageOf } from '../../shared/refusals/index.ts';
import { BaseStore } from './base-store.ts';
import { currentGeneration, type Generation, nextGeneration } from './generations.ts';
import { newestOf, type SchemaVersion, schemaVersions } from './schema.ts';

/**
 * Dexie stores its versions times ten, and counts up by one where it finds a table or an index missing and
 * adds it (a damaged store): 41 is still version 4. Whether rows are missing, the check of contents says.
 */
const dexieFactor = 10;

export type Opening =
  | { ok: true; store: BaseStore }
  /** `canRebuild`: what is in the journal may be put into a new database. */
  | { ok: false; message: string; canRebuild: boolean };

function unopened(thrown: unknown): Opening {
  const message = `数据库打不开：${messageOf(thrown)}。数据在日志文件里，可以重建。`;
  return { ok: false, message, canRebuild: true };
}

async function openGeneration(
  { name, indexedDB }: Generation,
  versions: readonly SchemaVersion[] = schemaVersions,
): Promise<Opening> {
  const newest = newestOf(versions);
  const store = new BaseStore(name, indexedDB, versions);
  try {
    const known = (await indexedDB.databases()).find((one) => one.name === name);
    const stored = Math.floor((known?.version ?? 0) / dexieFactor);
    if (stored > newest) {
      return {
        ok: false,
        message: `这里的数据由更新版本的软件写成（数据版本 ${stored}，本软件支持到 ${newest}）。请安装新版本后再打开，数据没有任何改动。`,
        canRebuild: false,
      };
    }
    await store.open();
  } catch (thrown) {
    store.close();
    return unopened(thrown);
  }
  // A newer version opening elsewhere must not be blocked by this window.
  store.on('versionchange', () => {
    store.close();
    window.location.reload();
  });
  return { ok: true, store };
}

/**
 * Opens the database, unless a newer version of the app has written it: an older one would read it
 * but its rows would miss the upgrade. Never deletes anything.
 */
export async function openDatabase(versions = schemaVersions): Promise<Opening> {
  try {
    const generation = await currentGeneration();
    const opening = await openGeneration(generation, versions);
    // Chromium's "Internal error opening backing store" can pass: ask once more before anything is built anew.
    return opening.ok || !opening.canRebuild ? opening : await openGeneration(generation, versions);
  } catch (thrown) {
    return unopened(thrown);
  }
}

/** Begins an empty database beside the one in use, to be filled from the journal. */
export async function openNextGeneration(): Promise<Opening> {
  return nextGeneration().then((next) => openGeneration(next), unopened);
}
