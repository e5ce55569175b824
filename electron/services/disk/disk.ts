import { closeSync, constants, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { type FileHandle, link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { codeOf, isMissing } from './disk-failure.ts';
import { syncFolder } from './sync.ts';
import { whileHeld } from './while-held.ts';

/** What is asked of a disk, each answered when it is there to stay; tests let it fail at every place. */
export interface Disk {
  /** The names in a folder, in order; none where there is no such folder. */
  list(folder: string): Promise<string[]>;
  read(path: string): Promise<Buffer>;
  exists(path: string): Promise<boolean>;
  /** Makes a folder with those above it, where they are not there. */
  makeFolder(path: string): Promise<void>;
  /** Writes at a position of a file and waits until it is on the disk. */
  write(path: string, position: number, bytes: Buffer): Promise<void>;
  truncate(path: string, size: number): Promise<void>;
  /** Creates a file with this content, on the disk with its folder. */
  create(path: string, bytes: Buffer): Promise<void>;
  /** Writes a file that nothing counts on yet, over whatever bears its name; its name may still be lost. */
  writePart(path: string, bytes: Uint8Array | string): Promise<void>;
  remove(path: string): Promise<void>;
  removeFolder(path: string): Promise<void>;
  /** Renames a file or folder, on the disk; the folder it goes to is made. */
  rename(from: string, to: string): Promise<void>;
  /** Renames many; their folders are on the disk when all are. */
  renameAll(moves: readonly (readonly [from: string, to: string])[]): Promise<void>;
  /** Gives a file its name unless something bears it already; answers whether it did. */
  claim(from: string, to: string): Promise<boolean>;
}

async function withFile(path: string, flags: number, act: (handle: FileHandle) => Promise<unknown>) {
  const handle = await whileHeld(() => open(path, flags, 0o600));
  try {
    await act(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function makeFolder(path: string): Promise<void> {
  const whole = resolve(path);
  const first = await mkdir(whole, { recursive: true });
  if (first === undefined) return;
  // A folder is lost with the name of any above it that was not on the disk.
  for (let made = whole; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

async function renameAll(moves: readonly (readonly [from: string, to: string])[]): Promise<void> {
  const touched = new Set<string>();
  for (const [from, to] of moves) {
    await makeFolder(dirname(to));
    await whileHeld(() => rename(from, to));
    touched.add(dirname(to)).add(dirname(from));
  }
  for (const folder of touched) await syncFolder(folder);
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (thrown) {
    if (isMissing(thrown)) return false;
    throw thrown;
  }
}

const { O_CREAT, O_EXCL, O_TRUNC, O_WRONLY } = constants;
/** Disks without hard links, as sticks are. */
const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL']);

export const realDisk: Disk = {
  async list(folder) {
    try {
      return (await readdir(folder)).sort();
    } catch (thrown) {
      if (isMissing(thrown)) return [];
      throw thrown;
    }
  },
  read: (path) => whileHeld(() => readFile(path)),
  exists,
  makeFolder,
  async write(path, position, bytes) {
    // Somebody waits for this one: four turns through the thread pool cost more than the writing itself.
    const file = openSync(path, O_WRONLY);
    try {
      for (let written = 0; written < bytes.length; ) {
        written += writeSync(file, bytes, written, bytes.length - written, position + written);
      }
      fdatasyncSync(file);
    } finally {
      closeSync(file);
    }
  },
  truncate: (path, size) => withFile(path, O_WRONLY, (handle) => handle.truncate(size)),
  async create(path, bytes) {
    await withFile(path, O_WRONLY | O_CREAT | O_EXCL, (handle) => handle.writeFile(bytes));
    await syncFolder(dirname(path));
  },
  writePart: (path, bytes) =>
    withFile(path, O_WRONLY | O_CREAT | O_TRUNC, (handle) => handle.writeFile(bytes)),
  async remove(path) {
    if (!(await exists(path))) return;
    await whileHeld(() => rm(path, { force: true }));
    await syncFolder(dirname(path));
  },
  removeFolder: (path) => whileHeld(() => rm(path, { recursive: true, force: true })),
  rename: (from, to) => renameAll([[from, to]]),
  renameAll,
  async claim(from, to) {
    try {
      await link(from, to);
    } catch (thrown) {
      if (codeOf(thrown) === 'EEXIST') return false;
      if (!withoutLinks.has(codeOf(thrown))) throw thrown;
      if (await exists(to)) return false;
      await whileHeld(() => rename(from, to));
    }
    await rm(from, { force: true });
    await syncFolder(dirname(to));
    return true;
  },
};
