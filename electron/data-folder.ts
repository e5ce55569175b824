import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolder, removeFile, replaceFile } from './services/disk/files.ts';

/** What this start is for: an authority's desk is asked for by `--authority`. */
export function deskMode(): 'base' | 'authority' {
  return process.argv.includes('--authority') ? 'authority' : 'base';
}

/** Where the browser host keeps a base's data, unless `JIDI_DATA_FOLDER` says otherwise. */
export function browserDataFolder(): string {
  const named = process.env.JIDI_DATA_FOLDER;
  if (named) return named;
  if (process.platform === 'win32') return join(process.env.APPDATA ?? homedir(), 'jixujiaoyu-jidi');
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support/jixujiaoyu-jidi');
  return join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local/share'), 'jixujiaoyu-jidi');
}

const lockContent = z.object({ entryUrl: z.url() });

async function answers(entryUrl: string): Promise<boolean> {
  const response = await fetch(entryUrl, { redirect: 'manual', signal: AbortSignal.timeout(2000) }).catch(
    () => null,
  );
  return response?.status === 303;
}

/** The entry address of a host that already serves this folder, or null; asked, not believed. */
export async function runningHost(dataFolder: string): Promise<string | null> {
  try {
    const { entryUrl } = lockContent.parse(JSON.parse(await readFile(join(dataFolder, 'host.lock'), 'utf8')));
    return (await answers(entryUrl)) ? entryUrl : null;
  } catch {
    return null;
  }
}

/** Notes that this process serves the folder; returns how to take the note back. */
export async function claimDataFolder(dataFolder: string, entryUrl: string): Promise<() => Promise<void>> {
  const path = join(dataFolder, 'host.lock');
  await makeFolder(dataFolder);
  await replaceFile(path, JSON.stringify({ entryUrl }));
  return () => removeFile(path);
}
