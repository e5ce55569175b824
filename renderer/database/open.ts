import Dexie from 'dexie';
import { messageOf } from '../../shared/domain/refusal.ts';
import { BaseDatabase, schemaVersion } from './schema.ts';

/** Dexie stores its versions times ten. */
const dexieFactor = 10;
const namePattern = /^base-(\d+)$/;

export type Opening =
  | { ok: true; database: BaseDatabase }
  /** `canRebuild`: what is in the journal may be put into a new database. */
  | { ok: false; message: string; canRebuild: boolean };

/**
 * Databases are numbered: one that the browser has damaged is not mended but built anew from the
 * journal under the next number. The highest number is the one in use.
 */
async function generations(): Promise<{ number: number; version: number }[]> {
  const databases = await indexedDB.databases();
  return databases
    .map(({ name = '', version = 0 }) => ({ number: Number(namePattern.exec(name)?.[1] ?? 0), version }))
    .filter(({ number }) => number > 0)
    .sort((a, b) => b.number - a.number);
}

function unopened(thrown: unknown): Opening {
  const message = `数据库打不开：${messageOf(thrown)}。数据在日志文件里，可以重建。`;
  return { ok: false, message, canRebuild: true };
}

async function openByName(name: string): Promise<Opening> {
  const database = new BaseDatabase(name);
  try {
    await database.open();
  } catch (thrown) {
    database.close();
    return unopened(thrown);
  }
  // A newer version opening elsewhere must not be blocked by this window.
  database.on('versionchange', () => {
    database.close();
    window.location.reload();
  });
  return { ok: true, database };
}

/**
 * Opens the database, unless a newer version of the app has written it: an older one would read it
 * but its rows would miss the upgrade. Never deletes anything.
 */
export async function openDatabase(): Promise<Opening> {
  try {
    const [current] = await generations();
    const stored = (current?.version ?? 0) / dexieFactor;
    if (stored > schemaVersion) {
      return {
        ok: false,
        message: `这里的数据由更新版本的软件写成（数据版本 ${stored}，本软件支持到 ${schemaVersion}）。请安装新版本后再打开，数据没有任何改动。`,
        canRebuild: false,
      };
    }
    const name = `base-${current?.number ?? 1}`;
    const opening = await openByName(name);
    // Chromium's "Internal error opening backing store" can pass: ask once more before anything is built anew.
    return opening.ok ? opening : await openByName(name);
  } catch (thrown) {
    return unopened(thrown);
  }
}

/** Begins an empty database beside the one in use, to be filled from the journal. */
export async function openNextGeneration(): Promise<Opening> {
  const known = await generations().catch(() => []);
  return openByName(`base-${(known[0]?.number ?? 1) + 1}`);
}

/** Lets go of the databases before this one, once this one is proven; what can't be deleted stays. */
export async function deleteEarlierGenerations(current: BaseDatabase): Promise<void> {
  const own = Number(namePattern.exec(current.name)?.[1] ?? 0);
  for (const { number } of await generations().catch(() => [])) {
    if (own > 0 && number < own) await Dexie.delete(`base-${number}`).catch(() => undefined);
  }
}
