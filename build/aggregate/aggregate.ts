import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AuthorityKeys } from '../../electron/services/authority/authority-keys.ts';
import {
  type Conflict,
  conflictsOf,
  failureText,
  type Incoming,
} from '../../electron/services/authority/conflicts.ts';
import type { AuthorityStore, StoredPackage } from '../../electron/services/authority/store.ts';
import { writeWorkbook } from '../../electron/services/sheets/write-sheet.ts';
import type { OpenedPackage } from '../../electron/services/submissions/open-package.ts';
import { isSealedPackage } from '../../electron/services/submissions/sealed-package.ts';
import type { Period } from '../../shared/domain/statistics.ts';
import { type Query, queries, regionTables } from './tables.ts';

const packageEnding = /\.(zip|sealed)$/i;

/**
 * Every package of a folder, opened or with why it could not be; sealed ones with the authority's key.
 * @param open reads one, in a thread with limits where the files are anybody's
 */
export async function readIncoming(
  store: AuthorityStore,
  folder: string,
  open: (name: string, bytes: Uint8Array) => Promise<OpenedPackage>,
): Promise<Incoming[]> {
  const names = (await readdir(folder)).filter((name) => packageEnding.test(name)).sort();
  const incoming: Incoming[] = [];
  for (const file of names) {
    try {
      const bytes = new Uint8Array(await readFile(join(folder, file)));
      const zip = isSealedPackage(bytes) ? (await AuthorityKeys.of(store.folder)).unseal(file, bytes) : bytes;
      incoming.push({ file, opened: await open(file, zip), failure: '' });
    } catch (thrown) {
      incoming.push({ file, opened: null, failure: failureText(thrown) });
    }
  }
  return incoming;
}

/** Registers the keys of bases that have none yet. @returns their codes */
export async function registerKeys(store: AuthorityStore, incoming: readonly Incoming[]): Promise<string[]> {
  const keys = await store.keys();
  const added: string[] = [];
  for (const { opened } of incoming) {
    if (!opened || keys.has(opened.manifest.base.code)) continue;
    keys.set(opened.manifest.base.code, [opened.manifest.key.publicKey]);
    added.push(opened.manifest.base.code);
  }
  if (added.length > 0) await store.saveKeys(keys);
  return added;
}

export interface Taking {
  conflicts: Conflict[];
  /** Null where nothing was taken. */
  run: string | null;
  taken: number;
}

/**
 * Checks packages against each other and what was taken before; then takes all that are new, or none where one is
 * refused.
 * @param take without it nothing is written
 */
export async function receive(
  store: AuthorityStore,
  incoming: readonly Incoming[],
  { take, today, authority, receipts }: { take: boolean; today: string; authority: string; receipts: string },
): Promise<Taking> {
  const conflicts = conflictsOf(incoming, await store.packages(), await store.keys());
  const passed = new Set(conflicts.filter(({ kind }) => kind === 'passed over').map(({ file }) => file));
  const fresh = incoming.flatMap(({ file, opened }) => (opened && !passed.has(file) ? [opened] : []));
  if (!take || fresh.length === 0 || conflicts.some(({ kind }) => kind === 'refused'))
    return { conflicts, run: null, taken: 0 };
  await store.clearStaging();
  const run = await store.take(fresh, today);
  const keys = await AuthorityKeys.of(store.folder);
  await mkdir(receipts, { recursive: true });
  for (const [index, { manifest, manifestHash }] of fresh.entries()) {
    const { base, period, sequence } = manifest;
    const number = `${today.replaceAll('-', '')}-${run.slice(-6)}-${String(index + 1).padStart(3, '0')}`;
    const about = { number, authority, baseCode: base.code, period, sequence, manifestHash, takenOn: today };
    await writeFile(
      join(receipts, `回执 ${base.code} ${period.from}_${period.to} 第${sequence}次.json`),
      keys.receipt(about),
    );
  }
  return { conflicts, run, taken: fresh.length };
}

/** Bases with a registered key that have no package of the period. */
export async function notReported(
  store: AuthorityStore,
  packages: readonly StoredPackage[],
): Promise<string[]> {
  const reported = new Set(packages.map(({ baseCode }) => baseCode));
  return [...(await store.keys()).keys()].filter((code) => !reported.has(code)).sort();
}

/** Writes the region's tables of a period as one workbook. @returns how many bases are in them */
export async function writeTables(store: AuthorityStore, period: Period, path: string): Promise<number> {
  const packages = (await store.current()).filter(({ from, to }) => from === period.from && to === period.to);
  if (packages.length === 0) return 0;
  const tables = await regionTables(store.folder, packages);
  const missing = await notReported(store, packages);
  const sheets = (Object.keys(queries) as Query[]).map((query) => {
    const rows = tables[query];
    const headings = Object.keys(rows[0] ?? { 没有: '' });
    return {
      name: queries[query],
      rows: [headings, ...rows.map((row) => headings.map((name) => row[name] ?? ''))],
    };
  });
  await writeWorkbook(path, [
    ...sheets,
    { name: '没有报送的基地', rows: [['基地代码'], ...missing.map((code) => [code])] },
  ]);
  return packages.length;
}
