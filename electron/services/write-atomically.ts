import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from './sync-to-disk.ts';

/** Writes a file whole or not at all: a temporary name, on the disk, then renamed. Readable by its owner only. */
export async function writeAtomically(path: string, content: Uint8Array | string): Promise<void> {
  const part = `${path}.part`;
  try {
    const handle = await open(part, 'w', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, path);
  } catch (thrown) {
    await rm(part, { force: true });
    throw thrown;
  }
  await syncFolder(dirname(path));
}
