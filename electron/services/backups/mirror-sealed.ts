import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isSealedName } from '../sealed-files/sealed-files.ts';
import { syncFile, syncFolder } from '../sync-to-disk.ts';

async function sealedIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).filter(isSealedName);
}

/**
 * Copies the sealed files that another folder lacks, and with `replaces` all of them. Most never change, so
 * each is copied once; a copy that was cut off keeps its temporary name and is made again.
 * @returns how many were copied
 */
export async function mirrorSealed(from: string, to: string, replaces = false): Promise<number> {
  const names = await sealedIn(from);
  if (names.length === 0) return 0;
  await mkdir(to, { recursive: true });
  const there = new Set(await sealedIn(to));
  const wanted = names.filter((name) => replaces || !there.has(name));
  for (const name of wanted) {
    const part = join(to, `${name}.part`);
    try {
      await copyFile(join(from, name), part);
      await syncFile(part);
      await rename(part, join(to, name));
    } catch (thrown) {
      await rm(part, { force: true });
      throw thrown;
    }
  }
  if (wanted.length > 0) await syncFolder(to);
  return wanted.length;
}
