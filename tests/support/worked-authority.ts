import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AuthorityDesk } from '../../electron/services/authority/authority-desk.ts';
import { AuthorityStore } from '../../electron/services/authority/store.ts';
import { type Disk, realDisk } from '../../electron/services/disk/disk.ts';
import type { ReadingThread } from '../../electron/services/reading/tasks.ts';
import { hashOf } from '../../electron/services/sealed-files/sealed-files.ts';
import { type OpenedPackage, openPackage } from '../../electron/services/submissions/open-package.ts';
import type { Job } from '../../electron/services/threads/jobs.ts';
import { isSignedBy } from '../../shared/exchange/proof/is-signed-by.ts';
import { acknowledgementKind } from '../../shared/exchange/submission/acknowledgement.ts';
import { readSignedFile } from '../../shared/exchange/submission/signed-file.ts';

/** A package that a test hands to an authority. */
export interface HandedPackage {
  name: string;
  zip: Buffer;
  manifestHash: string;
}

const opened = new Map<string, Promise<OpenedPackage>>();

/** The real reader; the same bytes are not read twice, so that thousands of takings are done in a minute. */
function openOnce(name: string, bytes: Uint8Array): Promise<OpenedPackage> {
  const hash = hashOf(bytes);
  const reading = opened.get(hash) ?? openPackage(name, bytes);
  opened.set(hash, reading);
  return reading;
}

const reader = {
  run: (_kind: string, { name, bytes }: { name: string; bytes: Uint8Array }) => openOnce(name, bytes),
};

/** Work that nobody cancels or watches. */
export const quiet: Job = { signal: new AbortController().signal, progress: () => undefined };

/** The desk of an authority over a folder, on 20 January 2027. */
export function deskOn(folder: string, disk: Disk = realDisk): AuthorityDesk {
  const reading = reader as unknown as Pick<ReadingThread, 'run'>;
  return new AuthorityDesk(folder, reading, () => Date.parse('2027-01-20T04:00:00.000Z'), disk);
}

export function storeOf(folder: string, disk: Disk = realDisk): AuthorityStore {
  return new AuthorityStore(join(folder, 'store'), join(folder, 'acknowledgements'), disk);
}

async function namesBelow(folder: string): Promise<string[]> {
  return readdir(folder, { recursive: true }).catch(() => []);
}

/** Hashes of the packages in a folder and below. */
export async function packagesBelow(folder: string): Promise<Set<string>> {
  const names = (await namesBelow(folder)).filter((name) => name.endsWith('.zip'));
  return new Set(await Promise.all(names.map(async (name) => hashOf(await readFile(join(folder, name))))));
}

/** Hashes of the manifests that acknowledgements were given for. */
async function acknowledged(folder: string): Promise<Set<string>> {
  const names = (await namesBelow(join(folder, 'acknowledgements'))).filter((name) => name.endsWith('.json'));
  const hashes = names.map(async (name) => {
    const read = readSignedFile(
      acknowledgementKind,
      await readFile(join(folder, 'acknowledgements', name)),
      isSignedBy,
    );
    return read.ok ? read.content.manifestHash : `no acknowledgement: ${name}`;
  });
  return new Set(await Promise.all(hashes));
}

/** What is wrong with the folder of an authority at rest: everything that counts must be whole, and nothing else be there. */
export async function faultsAtRest(folder: string): Promise<string[]> {
  const store = storeOf(folder);
  const counted = await store.packages();
  const faults: string[] = [];
  await store.prove(counted).catch((thrown: unknown) => faults.push(String(thrown)));
  const named = counted.flatMap(({ figures, ledger }) => [figures.path, ...(ledger ? [ledger.path] : [])]);
  const there = (await namesBelow(store.folder)).filter((name) => name.endsWith('.parquet'));
  if (there.sort().join() !== named.sort().join()) faults.push(`files ${there} where ${named} count`);
  if ((await namesBelow(join(store.folder, '.staging'))).length > 0) faults.push('something is still staged');
  const acknowledgements = await acknowledged(folder);
  for (const { baseCode, manifestHash } of counted)
    if (!acknowledgements.has(manifestHash)) faults.push(`${baseCode} has no acknowledgement`);
  const putAway = await packagesBelow(join(folder, 'taken'));
  if (putAway.size !== counted.length)
    faults.push(`${putAway.size} packages put away, ${counted.length} count`);
  return faults;
}
