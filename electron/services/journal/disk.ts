import { closeSync, constants, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { access, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../sync-to-disk.ts';

/** What the journal asks of a disk; tests let it fail at every place. */
export interface JournalDisk {
  list(folder: string): Promise<string[]>;
  read(path: string): Promise<Buffer>;
  /** Writes at a position and waits until it is on the disk. */
  write(path: string, position: number, bytes: Buffer): Promise<void>;
  truncate(path: string, size: number): Promise<void>;
  /** Creates a file with this content, on the disk with its folder. */
  create(path: string, bytes: Buffer): Promise<void>;
  remove(path: string): Promise<void>;
  removeFolder(path: string): Promise<void>;
  exists(path: string): Promise<boolean>;
  /** Renames a file or folder, on the disk; the folder it goes to is made. */
  rename(from: string, to: string): Promise<void>;
}

async function withFile(
  path: string,
  flags: number,
  act: (handle: Awaited<ReturnType<typeof open>>) => Promise<void>,
) {
  const handle = await open(path, flags, 0o600);
  try {
    await act(handle);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

async function writeAll(handle: Awaited<ReturnType<typeof open>>, bytes: Buffer, position: number) {
  let written = 0;
  while (written < bytes.length) {
    written += (await handle.write(bytes, written, bytes.length - written, position + written)).bytesWritten;
  }
}

export const realDisk: JournalDisk = {
  async list(folder) {
    await mkdir(folder, { recursive: true });
    return (await readdir(folder)).sort();
  },
  read: (path) => readFile(path),
  async write(path, position, bytes) {
    // Somebody waits for this one: four turns through the thread pool cost more than the writing itself.
    const file = openSync(path, constants.O_WRONLY);
    try {
      for (let written = 0; written < bytes.length; ) {
        written += writeSync(file, bytes, written, bytes.length - written, position + written);
      }
      fdatasyncSync(file);
    } finally {
      closeSync(file);
    }
  },
  truncate: (path, size) => withFile(path, constants.O_WRONLY, (handle) => handle.truncate(size)),
  async create(path, bytes) {
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
    await withFile(path, flags, (handle) => writeAll(handle, bytes, 0));
    await syncFolder(dirname(path));
  },
  async remove(path) {
    await rm(path, { force: true });
    await syncFolder(dirname(path));
  },
  removeFolder: (path) => rm(path, { recursive: true, force: true }),
  exists: (path) =>
    access(path).then(
      () => true,
      () => false,
    ),
  async rename(from, to) {
    await mkdir(dirname(to), { recursive: true });
    await rename(from, to);
    await syncFolder(dirname(to));
    if (dirname(from) !== dirname(to)) await syncFolder(dirname(from));
  },
};
