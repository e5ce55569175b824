import { readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Chance } from './random.ts';

/** What is done to the files of a base while nothing runs; answers what exactly, for the report. */
export type Fault = (dataFolder: string, chance: Chance) => Promise<string>;

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return files.filter((_, index) => (sizes[index] ?? 0) > 0).sort();
}

/** Wherever Chromium keeps IndexedDB: the page's own store, and each bucket's. */
async function databaseFiles(dataFolder: string): Promise<string[]> {
  const files = await filesBelow(join(dataFolder, 'profile/Default'));
  return files.filter((file) => file.split(sep).includes('IndexedDB'));
}

async function truncateOne(files: string[], chance: Chance): Promise<string> {
  if (files.length === 0) return 'nothing to cut';
  const file = chance.pick(files);
  const size = chance.below((await stat(file)).size);
  await truncate(file, size);
  return `${file} cut to ${size}`;
}

async function flipBits(files: string[], chance: Chance, most: number): Promise<string> {
  if (files.length === 0) return 'nothing to flip';
  const file = chance.pick(files);
  const bytes = await readFile(file);
  const places = Array.from({ length: 1 + chance.below(most) }, () => chance.below(bytes.length));
  for (const place of places) bytes[place] = (bytes[place] ?? 0) ^ (1 << chance.below(8));
  await writeFile(file, bytes);
  return `${file} flipped at ${places.join()}`;
}

export const faults = {
  databaseDeleted: async (dataFolder) => {
    for (const file of await databaseFiles(dataFolder)) await rm(file);
    return 'IndexedDB folder deleted';
  },
  databaseTruncated: async (dataFolder, chance) => truncateOne(await databaseFiles(dataFolder), chance),
  databaseFlipped: async (dataFolder, chance) => flipBits(await databaseFiles(dataFolder), chance, 40),
  journalTruncated: async (dataFolder, chance) =>
    truncateOne(await filesBelow(join(dataFolder, 'journal')), chance),
  journalFlipped: async (dataFolder, chance) =>
    flipBits(await filesBelow(join(dataFolder, 'journal')), chance, 5),
  keyringLost: async (dataFolder) => {
    await rm(join(dataFolder, 'keys.json'), { force: true });
    return 'keys.json deleted';
  },
} satisfies Record<string, Fault>;
export type FaultName = keyof typeof faults;
