import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AuthorityKeys } from '../../electron/services/authority/authority-keys.ts';
import {
  type Conflict,
  conflictsOf,
  failureText,
  type Incoming,
  type PackageSummary,
} from '../../electron/services/authority/conflicts.ts';
import type { AuthorityStore, Staging, StoredPackage } from '../../electron/services/authority/store.ts';
import { writeWorkbook } from '../../electron/services/sheets/write-sheet.ts';
import type { OpenedPackage } from '../../electron/services/submissions/open-package.ts';
import { isSealedPackage } from '../../electron/services/submissions/sealed-package.ts';
import type { Period } from '../../shared/domain/statistics.ts';
import { type Query, queries, regionTables } from './tables.ts';

export type OpenPackage = (name: string, bytes: Uint8Array) => Promise<OpenedPackage>;

const packageEnding = /\.(zip|sealed)$/i;

/**
 * Every package of a folder, opened or with why it could not be; sealed ones with the authority's key.
 * One package is in memory at a time.
 * @param open reads one, in a thread with limits where the files are anybody's
 * @param staging where packages wait to be taken; without it nothing is written
 */
export async function readIncoming(
  store: AuthorityStore,
  folder: string,
  open: OpenPackage,
  staging: Staging | null = null,
): Promise<Incoming[]> {
  const names = (await readdir(folder)).filter((name) => packageEnding.test(name)).sort();
  const incoming: Incoming[] = [];
  for (const file of names) {
    try {
      const bytes = new Uint8Array(await readFile(join(folder, file)));
      const zip = isSealedPackage(bytes) ? (await AuthorityKeys.of(store.folder)).unseal(file, bytes) : bytes;
      const opened = await open(file, zip);
      if (staging) await store.stage(staging, file, opened);
      const { base, period, sequence, replaces, key } = opened.manifest;
      const manifest = { base, period, sequence, replaces, key };
      const { totals } = opened.statistics;
      incoming.push({ file, opened: { manifest, manifestHash: opened.manifestHash, totals }, failure: '' });
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
  /** How many packages the folder had. */
  packages: number;
  /** Codes of bases whose keys were registered. */
  registered: string[];
  conflicts: Conflict[];
  /** Null where nothing was taken. */
  run: string | null;
  taken: number;
}

export interface TakingChoice {
  /** Otherwise nothing is written but keys to register. */
  take: boolean;
  register?: boolean;
  today: string;
  /** As receipts name it. */
  authority: string;
  /** Where receipts go. */
  receipts: string;
}

async function writeReceipts(
  store: AuthorityStore,
  taken: readonly PackageSummary[],
  run: string,
  { today, authority, receipts }: TakingChoice,
): Promise<void> {
  const keys = await AuthorityKeys.of(store.folder);
  await mkdir(receipts, { recursive: true });
  for (const [index, { manifest, manifestHash }] of taken.entries()) {
    const { base, period, sequence } = manifest;
    const number = `${today.replaceAll('-', '')}-${run.slice(-6)}-${String(index + 1).padStart(3, '0')}`;
    const about = { number, authority, baseCode: base.code, period, sequence, manifestHash, takenOn: today };
    const name = `回执 ${base.code} ${period.from}_${period.to} 第${sequence}次.json`;
    await writeFile(join(receipts, name), keys.receipt(about));
  }
}

/**
 * Checks the packages of a folder against each other and what was taken before; then takes all that are new, or none
 * where one is refused.
 */
export async function takeFolder(
  store: AuthorityStore,
  folder: string,
  open: OpenPackage,
  choice: TakingChoice,
): Promise<Taking> {
  const staging = choice.take ? await store.beginStaging() : null;
  const incoming = await readIncoming(store, folder, open, staging);
  const registered = choice.register ? await registerKeys(store, incoming) : [];
  const conflicts = conflictsOf(incoming, await store.packages(), await store.keys());
  const passed = new Set(conflicts.filter(({ kind }) => kind === 'passed over').map(({ file }) => file));
  const fresh = incoming.flatMap(({ file, opened }) =>
    opened && !passed.has(file) ? [{ file, ...opened }] : [],
  );
  const found = { packages: incoming.length, registered, conflicts };
  if (!staging || fresh.length === 0 || conflicts.some(({ kind }) => kind === 'refused')) {
    await store.clearStaging();
    return { ...found, run: null, taken: 0 };
  }
  const { run } = staging;
  const files = fresh.map(({ file }) => file);
  await store.take(staging, files, choice.today);
  await writeReceipts(store, fresh, run, choice);
  return { ...found, run, taken: fresh.length };
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
