import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
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

async function openOne(
  store: AuthorityStore,
  path: string,
  file: string,
  open: OpenPackage,
): Promise<OpenedPackage> {
  const bytes = new Uint8Array(await readFile(path));
  return open(
    file,
    isSealedPackage(bytes) ? (await AuthorityKeys.of(store.folder, store.disk)).unseal(file, bytes) : bytes,
  );
}

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
    let opened: OpenedPackage;
    try {
      opened = await openOne(store, join(folder, file), file, open);
    } catch (thrown) {
      incoming.push({ file, opened: null, failure: failureText(thrown) });
      continue;
    }
    if (staging) await store.stage(staging, file, opened);
    const { base, period, sequence, replaces, key } = opened.manifest;
    const manifest = { base, period, sequence, replaces, key };
    const { totals } = opened.statistics;
    const overfull = overfullClasses(opened.statistics);
    const summary = { manifest, manifestHash: opened.manifestHash, totals, overfull };
    incoming.push({ file, opened: summary, failure: '' });
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
  /** As acknowledgements name it. */
  authority: string;
  onRead?(done: number, total: number): void;
}

/** Acknowledgements are written before their packages count, and go out with them. */
async function stageAcknowledgements(
  store: AuthorityStore,
  staging: Staging,
  taken: readonly PackageSummary[],
  { today, authority }: TakingChoice,
): Promise<void> {
  const keys = await AuthorityKeys.of(store.folder, store.disk);
  for (const [index, { manifest, manifestHash }] of taken.entries()) {
    const { base, period, sequence } = manifest;
    const number = `${today.replaceAll('-', '')}-${staging.run.slice(-6)}-${String(index + 1).padStart(3, '0')}`;
    const about = { number, authority, baseCode: base.code, period, sequence, manifestHash, takenOn: today };
    const name = `回执 ${base.code} ${period.from}_${period.to} 第${sequence}次.json`;
    await store.stageAcknowledgement(staging, name, keys.acknowledgement(about));
  }
}

async function takeStaged(
  store: AuthorityStore,
  staging: Staging | null,
  incoming: Incoming[],
  choice: TakingChoice,
): Promise<Taking> {
  const registered = choice.register ? await registerKeys(store, incoming) : [];
  const conflicts = conflictsOf(incoming, await store.packages(), await store.keys());
  const passed = new Set(conflicts.filter(({ kind }) => kind === 'passed over').map(({ file }) => file));
  const fresh = incoming.flatMap(({ file, opened }) =>
    opened && !passed.has(file) ? [{ file, ...opened }] : [],
  );
  const found = { incoming, packages: incoming.length, registered, conflicts };
  if (!staging || fresh.length === 0 || conflicts.some(({ kind }) => kind === 'refused')) {
    if (staging) await store.settle();
    return { ...found, run: null, taken: 0, done: [...passed] };
  }
  const files = fresh.map(({ file }) => file);
  await stageAcknowledgements(store, staging, fresh, choice);
  await store.take(staging, files, choice.today);
  return { ...found, run: staging.run, taken: fresh.length, done: [...passed, ...files] };
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
  try {
    const incoming = await readIncoming(store, folder, open, staging, choice.onRead);
    return await takeStaged(store, staging, incoming, choice);
  } catch (thrown) {
    // A disk that fails is settled when it works again.
    if (staging) await store.settle().catch(() => undefined);
    throw thrown;
  }
}
