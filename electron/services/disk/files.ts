import { copyFile as copyBytes } from 'node:fs/promises';
import { type Disk, realDisk } from './disk.ts';
import { codeOf, diskFailure } from './disk-failure.ts';
import { syncFile } from './sync.ts';
import { inTurn } from './turns-by-path.ts';

/** What a file is called until it is whole. */
export function partOf(path: string): string {
  return `${path}.part`;
}

/** Fills a temporary file or folder and gives it its name, or leaves what was there and removes what is half made. */
export function wholeOrNot(path: string, fill: (part: string) => Promise<void>, disk: Disk): Promise<void> {
  const part = partOf(path);
  return inTurn(path, async () => {
    try {
      await fill(part);
      await disk.rename(part, path);
    } catch (thrown) {
      await disk.removeFolder(part).catch(() => undefined);
      throw codeOf(thrown) === '' ? thrown : diskFailure(path, thrown);
    }
  });
}

/**
 * Writes a file whole or not at all; one of the same name is replaced. Readable by its owner only.
 * @throws Refusal diskFailure
 */
export function replaceFile(
  path: string,
  content: Uint8Array | string,
  disk: Disk = realDisk,
): Promise<void> {
  return wholeOrNot(path, (part) => disk.writePart(part, content), disk);
}

/** Copies a file whole or not at all, in bounded memory. @throws Refusal diskFailure */
export function copyFile(from: string, to: string): Promise<void> {
  return wholeOrNot(
    to,
    async (part) => {
      await copyBytes(from, part);
      await syncFile(part);
    },
    realDisk,
  );
}

/** Renames a file, on the disk; the folder it goes to is made. @throws Refusal diskFailure */
export async function moveFile(from: string, to: string, disk: Disk = realDisk): Promise<void> {
  await disk.rename(from, to).catch((thrown: unknown) => {
    throw diskFailure(to, thrown);
  });
}

/** Renames many files; their folders, made where they are not there, are on the disk when all are. @throws Refusal diskFailure */
export async function moveAll(
  moves: readonly (readonly [from: string, to: string])[],
  disk: Disk = realDisk,
): Promise<void> {
  await disk.renameAll(moves).catch((thrown: unknown) => {
    throw diskFailure(moves[0]?.[1] ?? '', thrown);
  });
}

/** Writes a file that nothing counts on until it is moved to its place; it is on the disk. @throws Refusal diskFailure */
export async function writePart(
  path: string,
  content: Uint8Array | string,
  disk: Disk = realDisk,
): Promise<void> {
  await disk.writePart(path, content).catch((thrown: unknown) => {
    throw diskFailure(path, thrown);
  });
}

/** Removes a folder with all that is in it. @throws Refusal diskFailure */
export async function removeFolder(path: string, disk: Disk = realDisk): Promise<void> {
  await disk.removeFolder(path).catch((thrown: unknown) => {
    throw diskFailure(path, thrown);
  });
}

/** Removes a file where there is one. @throws Refusal diskFailure */
export async function removeFile(path: string, disk: Disk = realDisk): Promise<void> {
  await disk.remove(path).catch((thrown: unknown) => {
    throw diskFailure(path, thrown);
  });
}

/** Makes a folder with those above it. @throws Refusal diskFailure */
export async function makeFolder(path: string, disk: Disk = realDisk): Promise<void> {
  await disk.makeFolder(path).catch((thrown: unknown) => {
    throw diskFailure(path, thrown);
  });
}
