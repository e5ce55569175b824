import { messageOf } from '../../shared/domain/refusal.ts';
import { BaseDatabase, schemaVersion } from './schema.ts';

/** Dexie stores its versions times ten. */
const dexieFactor = 10;

export const databaseName = 'base';

export type Opening = { ok: true; database: BaseDatabase } | { ok: false; message: string };

async function storedVersion(name: string): Promise<number> {
  const databases = await indexedDB.databases();
  return (databases.find((database) => database.name === name)?.version ?? 0) / dexieFactor;
}

/**
 * Opens the database, unless a newer version of the app has written it: an older one would read it
 * but its rows would miss the upgrade. Never deletes anything.
 */
export async function openDatabase(name = databaseName): Promise<Opening> {
  const stored = await storedVersion(name);
  if (stored > schemaVersion) {
    return {
      ok: false,
      message: `这里的数据由更新版本的软件写成（数据版本 ${stored}，本软件支持到 ${schemaVersion}）。请安装新版本后再打开，数据没有任何改动。`,
    };
  }
  const database = new BaseDatabase(name);
  try {
    await database.open();
  } catch (thrown) {
    const reason = messageOf(thrown);
    return {
      ok: false,
      message: `数据库打不开：${reason}。请不要清除浏览器数据，关闭本软件后重新打开；如仍打不开，请联系技术支持。`,
    };
  }
  // A newer version opening elsewhere must not be blocked by this window.
  database.on('versionchange', () => {
    database.close();
    window.location.reload();
  });
  return { ok: true, database };
}
