import { dirname, join } from 'node:path';
import { realDisk } from './disk.ts';
import { wholeOrNot } from './files.ts';
import { syncFolder } from './sync.ts';

/** Puts a file into a folder that is being written; its path is within the folder. */
export type PutFile = (path: string, content: Uint8Array) => Promise<void>;

/** Writes a folder of files whole or not at all. @throws Refusal diskFailure, and what `fill` throws */
export function writeFolder(path: string, fill: (put: PutFile) => Promise<void>): Promise<void> {
  return wholeOrNot(
    path,
    async (part) => {
      await realDisk.removeFolder(part);
      await realDisk.makeFolder(part);
      const folders = new Set([part]);
      await fill(async (name, content) => {
        const place = join(part, name);
        await realDisk.makeFolder(dirname(place));
        await realDisk.writePart(place, content);
        folders.add(dirname(place));
      });
      for (const folder of folders) await syncFolder(folder);
    },
    realDisk,
  );
}
