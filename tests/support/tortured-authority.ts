import { readdir, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { AuthorityDesk } from '../../electron/services/authority/authority-desk.ts';
import { type Disk, realDisk } from '../../electron/services/disk/disk.ts';
import { hashOf } from '../../electron/services/sealed-files/sealed-files.ts';
import { type FailureKind, failingDisk } from './failing-disk.ts';
import { fiveBases } from './packed-base.ts';
import {
  deskOn,
  faultsAtRest,
  type HandedPackage,
  packagesBelow,
  quiet,
  storeOf,
} from './worked-authority.ts';

const name = '自治区人社厅';
const codes = ['JD01', 'JD02'];

/** What an authority was told is done; null where it was never asked, or where asking failed. */
interface Acknowledged {
  name: boolean;
  /** Packages it put into the inbox. */
  added: HandedPackage[];
  registered: boolean;
  /** Manifests that must count. */
  counted: Set<string>;
  /** Manifests that must not. */
  takenBack: Set<string>;
}

/** A day at the desk: named, a package taken, another taken, taken back and taken again. */
async function work(
  desk: AuthorityDesk,
  [first, second]: HandedPackage[],
  told: Acknowledged,
): Promise<void> {
  if (!first || !second) throw new Error('two packages are worked with');
  await desk.rename(name);
  told.name = true;
  for (const one of [first, second]) {
    await desk.addToInbox(one.name, one.zip);
    told.added.push(one);
    await desk.register(codes, quiet);
    told.registered = true;
    await desk.take(quiet);
    told.counted.add(one.manifestHash);
  }
  const [last] = (await desk.describe()).runs;
  if (!last) throw new Error('nothing counts');
  told.counted.delete(second.manifestHash);
  await desk.takeBack(last.run);
  told.takenBack.add(second.manifestHash);
  await desk.rename(name);
  told.takenBack.delete(second.manifestHash);
  await desk.take(quiet);
  told.counted.add(second.manifestHash);
}

/** What is wrong with a desk that was opened again, by what was acknowledged before. */
async function faultsAfter(folder: string, told: Acknowledged): Promise<string[]> {
  const desk = deskOn(folder);
  const state = await desk.describe();
  const faults = [...state.problems];
  const counted = await storeOf(folder).packages();
  const hashes = counted.map(({ manifestHash }) => manifestHash);
  for (const hash of told.counted) if (!hashes.includes(hash)) faults.push(`lost: ${hash}`);
  for (const hash of told.takenBack)
    if (hashes.includes(hash)) faults.push(`counts though taken back: ${hash}`);
  if (told.name && state.name !== name) faults.push('lost: the name');
  if (told.registered && state.bases.length === 0) faults.push('lost: the registered keys');
  const kept = await packagesBelow(folder);
  for (const { name: file, zip } of told.added) if (!kept.has(hashOf(zip))) faults.push(`lost: ${file}`);
  return [...faults, ...(await faultsAtRest(folder))];
}

/** Does the rest of the day, as somebody does who looks what is there already. */
async function finish(folder: string, packages: HandedPackage[]): Promise<string[]> {
  const desk = deskOn(folder);
  if ((await desk.describe()).name === '') await desk.rename(name);
  const counted = new Set((await storeOf(folder).packages()).map(({ manifestHash }) => manifestHash));
  const waiting = await packagesBelow(join(folder, 'inbox'));
  for (const one of packages)
    if (!counted.has(one.manifestHash) && !waiting.has(hashOf(one.zip)))
      await desk.addToInbox(one.name, one.zip);
  await desk.register(codes, quiet);
  await desk.take(quiet);
  const { waiting: left, runs } = await desk.describe();
  const faults = await faultsAtRest(folder);
  if (left.length > 0) faults.push(`still waiting: ${left}`);
  const all = runs.reduce((sum, run) => sum + run.packages, 0);
  if (all !== packages.length) faults.push(`${all} packages count in the end`);
  return faults;
}

/** One day with one failing step; without a failing step, how many steps it has. */
async function dayFailingAt(folder: string, packages: HandedPackage[], failAt: number, kind: FailureKind) {
  const told: Acknowledged = {
    name: false,
    added: [],
    registered: false,
    counted: new Set(),
    takenBack: new Set(),
  };
  const disk = failingDisk(failAt, kind);
  const failure = await work(deskOn(folder, disk), packages, told).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  const faults = await faultsAfter(folder, told);
  faults.push(...(await finish(folder, packages)));
  // What only tidies up, or is done again by the next act, may fail unnoticed.
  const acknowledged = told.counted.size + told.added.length;
  return {
    steps: disk.steps,
    acknowledged,
    failure,
    faults: faults.map((fault) => `${kind} at step ${failAt}: ${fault}`),
  };
}

/** Lets each step of a day fail in turn; answers what was wrong afterwards. */
export async function failEverywhere(newFolder: () => Promise<string>, kind: FailureKind) {
  const packages = (await fiveBases()).slice(0, 2);
  const whole = await dayFailingAt(await newFolder(), packages, 0, kind);
  if (whole.failure !== null) throw whole.failure;
  const faults = [...whole.faults];
  let acknowledged = 0;
  for (let failAt = 1; failAt <= whole.steps; failAt += 1) {
    const folder = await newFolder();
    const day = await dayFailingAt(folder, packages, failAt, kind);
    faults.push(...day.faults);
    acknowledged += day.acknowledged;
    await rm(folder, { recursive: true });
  }
  return { steps: whole.steps, acknowledged, faults };
}

/** A disk on which one file is cut, and that notes instead of writing. */
function cutDisk(path: string, size: number): Disk & { written: string[] } {
  const written: string[] = [];
  const note = async (...paths: string[]) => {
    written.push(...paths);
  };
  return {
    ...realDisk,
    written,
    read: async (from) => {
      const bytes = await realDisk.read(from);
      return from === path ? bytes.subarray(0, size) : bytes;
    },
    makeFolder: async () => undefined,
    write: (to) => note(to),
    truncate: (to) => note(to),
    create: (to) => note(to),
    writePart: (to) => note(to),
    remove: (to) => note(to),
    removeFolder: (to) => note(to),
    rename: (from, to) => note(from, to),
    renameAll: async (moves) => note(...moves.flat()),
    claim: async (from, to) => {
      await note(from, to);
      return true;
    },
  };
}

/** What is wrong with a desk of which one file is cut. */
async function faultsOfCut(folder: string, path: string, size: number, whole: string[]): Promise<string[]> {
  const disk = cutDisk(path, size);
  const store = storeOf(folder, disk);
  const file = relative(folder, path);
  if (file.endsWith('.parquet')) {
    const found = await store.prove(await store.packages()).then(
      () => null,
      (thrown: { code?: string }) => thrown.code,
    );
    return found === 'takenFileDamaged' ? [] : [`passes for whole`];
  }
  const { problems, name: named, bases, fingerprint, runs } = await deskOn(folder, disk).describe();
  const faults: string[] = [];
  const isSaid = problems.length > 0 && problems.every((problem) => problem.includes(path));
  const isLog = file.endsWith('taken.jsonl');
  const lines = (await realDisk.read(path)).subarray(0, size).toString('latin1').split('\n').length - 1;
  // Taken; taken; the second taken back; taken again.
  const countedThen = isLog ? ([0, 1, 2, 1, 2][lines] ?? -1) : 2;
  if (runs.length !== countedThen) faults.push(`${runs.length} runs count instead of ${countedThen}`);
  if (isLog ? problems.length > 0 : !isSaid && JSON.stringify([named, bases, fingerprint]) !== whole[0])
    faults.push(`says ${problems.join()} of ${named} ${bases} ${fingerprint}`);
  const counted = await store.packages();
  const needed = counted.flatMap(({ figures, ledger }) => [figures.path, ...(ledger ? [ledger.path] : [])]);
  const lost = [path, ...needed.map((one) => join(store.folder, one))].filter((one) =>
    disk.written.includes(one),
  );
  if (lost.length > 0) faults.push(`writes to ${lost}`);
  return faults;
}

/** Files that an authority's desk reads. */
export const deskFiles = /(taken\.jsonl|keys\.json|authority-key|settings\.json)$/;
/** Files that its tables are made of. */
export const figureFiles = /\.parquet$/;

/** Cuts each file of a kind at every byte; answers what was wrong then. */
export async function cutEverywhere(newFolder: () => Promise<string>, kind: RegExp) {
  const folder = await newFolder();
  const packages = (await fiveBases()).slice(0, 2);
  const day = await dayFailingAt(folder, packages, 0, 'EIO');
  if (day.failure !== null) throw day.failure;
  const { name: named, bases, fingerprint } = await deskOn(folder).describe();
  const whole = [JSON.stringify([named, bases, fingerprint])];
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((one) => kind.test(one));
  const faults: string[] = [];
  let cuts = 0;
  for (const file of files) {
    const path = join(folder, file);
    const { size: bytes } = await stat(path);
    for (let size = 0; size < bytes; size += 1) {
      cuts += 1;
      for (const fault of await faultsOfCut(folder, path, size, whole))
        faults.push(`${file} cut to ${size}: ${fault}`);
    }
  }
  return { cuts, faults };
}
