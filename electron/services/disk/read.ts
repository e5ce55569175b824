import { type FileHandle, open } from 'node:fs/promises';
import { type Disk, realDisk } from './disk.ts';
import { isMissing, unreadable } from './disk-failure.ts';

/** A file's bytes, null only where there is none. @throws Refusal diskUnreadable */
export async function readIfThere(path: string, disk: Disk = realDisk): Promise<Buffer | null> {
  try {
    return await disk.read(path);
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw unreadable(path, thrown);
  }
}

/** The names in a folder, in order; none where there is no such folder. @throws Refusal diskUnreadable */
export async function listIfThere(folder: string, disk: Disk = realDisk): Promise<string[]> {
  return disk.list(folder).catch((thrown: unknown) => {
    throw unreadable(folder, thrown);
  });
}

/** An open file that can only be read. */
export type ReadHandle = Pick<FileHandle, 'stat' | 'read' | 'readFile' | 'close'>;

export function openToRead(path: string): Promise<ReadHandle> {
  return open(path, 'r');
}
