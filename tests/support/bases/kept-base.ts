import { cp, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type KeptPage, keptPage } from './kept-page.ts';
import type { Facts } from './steps/desk.ts';

/** What was said while the base in this folder was built. */
export async function readFacts(folder: string): Promise<Facts> {
  return z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(await readFile(join(folder, 'facts.json'), 'utf8')));
}

/** What the browser kept of the base in this folder. */
export async function readPage(folder: string): Promise<KeptPage> {
  return keptPage.parse(JSON.parse(await readFile(join(folder, 'page.json'), 'utf8')));
}

/** A copy of a data folder that a host may have open. */
export async function copyData(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, filter: (path) => basename(path) !== 'host.lock' });
}
