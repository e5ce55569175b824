import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, replaceFile } from '../disk/files.ts';
import type { OpenedPackage } from '../submissions/open-package.ts';
import { isSealedPackage } from '../submissions/sealed-package.ts';
import { AuthorityKeys } from './authority-keys.ts';
import {
  type Conflict,
  conflictsOf,
  failureText,
  type Incoming,
  overfullClasses,
  type PackageSummary,
} from './conflicts.ts';
import type { AuthorityStore, Staging } from './store.ts';

export type OpenPackage = (name: string, bytes: Uint8Array) => Promise<OpenedPackage>;

export const packageEnding = /\.(zip|sealed)$/i;

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
  onRead: (done: number, total: number) => void = () => undefined,
): Promise<Incoming[]> {
  const names = (await readdir(folder)).filter((name) => packageEnding.test(name)).sort();
  const incoming: Incoming[] = [];
  for (const file of names) {
    onRead(incoming.length, names.length);
    try {
      const bytes = new Uint8Array(await readFile(join(folder, file)));
      const zip = isSealedPackage(bytes) ? (await AuthorityKeys.of(store.folder)).unseal(file, bytes) : bytes;
      const opened = await open(file, zip);
      if (staging) await store.stage(staging, file, opened);
      const { base, period, sequence, replaces, key } = opened.manifest;
      const manifest = { base, period, sequence, replaces, key };
      const { totals } = opened.statistics;
      const overfull = overfullClasses(opened.statistics);
      const summary = { manifest, manifestHash: opened.manifestHash, totals, overfull };
      incoming.push({ file, opened: summary, failure: '' });
    } catch (thrown) {
      incoming.push({ file, opened: null, failure: failureText(thrown) });
    }
  }
  return incoming;
}

/**
 * Registers the keys of bases that have none yet.
 * @param codes of which bases; without it all
 * @returns their codes
 */
export async function registerKeys(
  store: AuthorityStore,
  incoming: readonly Incoming[],
  codes: readonly string[] | null = null,
): Promise<string[]> {
  const keys = await store.keys();
  const added: string[] = [];
  for (const { opened } of incoming) {
    if (!opened || keys.has(opened.manifest.base.code)) continue;
    if (codes && !codes.includes(opened.manifest.base.code)) continue;
    keys.set(opened.manifest.base.code, [opened.manifest.key.publicKey]);
    added.push(opened.manifest.base.code);
  }
  if (added.length > 0) await store.saveKeys(keys);
  return added;
}

export interface Taking {
  /** Every package of the folder, opened or not. */
  incoming: Incoming[];
  packages: number;
  /** Codes of bases whose keys were registered. */
  registered: string[];
  conflicts: Conflict[];
  /** Null where nothing was taken. */
  run: string | null;
  taken: number;
  /** Files that are in the store now, taken before or with this. */
  done: string[];
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
  onRead?(done: number, total: number): void;
}

async function writeReceipts(
  store: AuthorityStore,
  taken: readonly PackageSummary[],
  run: string,
  { today, authority, receipts }: TakingChoice,
): Promise<void> {
  const keys = await AuthorityKeys.of(store.folder);
  await makeFolder(receipts);
  for (const [index, { manifest, manifestHash }] of taken.entries()) {
    const { base, period, sequence } = manifest;
    const number = `${today.replaceAll('-', '')}-${run.slice(-6)}-${String(index + 1).padStart(3, '0')}`;
    const about = { number, authority, baseCode: base.code, period, sequence, manifestHash, takenOn: today };
    const name = `回执 ${base.code} ${period.from}_${period.to} 第${sequence}次.json`;
    await replaceFile(join(receipts, name), keys.receipt(about));
  }
}

/**
 * Checks the packages of a folder against each other and what was taken before; then takes all that are new, or none
 * where one is refused. What `onRead` throws ends it before anything is taken.
 */
export async function takeFolder(
  store: AuthorityStore,
  folder: string,
  open: OpenPackage,
  choice: TakingChoice,
): Promise<Taking> {
  const staging = choice.take ? await store.beginStaging() : null;
  const incoming = await readIncoming(store, folder, open, staging, choice.onRead).catch(
    async (thrown: unknown) => {
      await store.clearStaging();
      throw thrown;
    },
  );
  const registered = choice.register ? await registerKeys(store, incoming) : [];
  const conflicts = conflictsOf(incoming, await store.packages(), await store.keys());
  const passed = new Set(conflicts.filter(({ kind }) => kind === 'passed over').map(({ file }) => file));
  const fresh = incoming.flatMap(({ file, opened }) =>
    opened && !passed.has(file) ? [{ file, ...opened }] : [],
  );
  const found = { incoming, packages: incoming.length, registered, conflicts };
  if (!staging || fresh.length === 0 || conflicts.some(({ kind }) => kind === 'refused')) {
    await store.clearStaging();
    return { ...found, run: null, taken: 0, done: [...passed] };
  }
  const { run } = staging;
  const files = fresh.map(({ file }) => file);
  await store.take(staging, files, choice.today);
  await writeReceipts(store, fresh, run, choice);
  return { ...found, run, taken: fresh.length, done: [...passed, ...files] };
}
