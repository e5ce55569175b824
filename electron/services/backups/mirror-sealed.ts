import { join } from 'node:path';
import { copyFile, makeFolder } from '../disk/files.ts';
import { listIfThere } from '../disk/read.ts';
import { isSealedName } from '../sealed-files/sealed-files.ts';

async function sealedIn(folder: string): Promise<string[]> {
  return (await listIfThere(folder)).filter(isSealedName);
}

/**
 * Copies the sealed files that another folder lacks, and with `replaces` all of them. Most never change, so
 * each is copied once; a copy that was cut off keeps its temporary name and is made again.
 * @returns how many were copied
 */
export async function mirrorSealed(from: string, to: string, replaces = false): Promise<number> {
  const names = await sealedIn(from);
  if (names.length === 0) return 0;
  await makeFolder(to);
  const there = new Set(await sealedIn(to));
  const wanted = names.filter((name) => replaces || !there.has(name));
  for (const name of wanted) await copyFile(join(from, name), join(to, name));
  return wanted.length;
}
