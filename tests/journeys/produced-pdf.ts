import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The PDFs the host has made, the oldest first. */
export async function producedPdfs(dataFolder: string): Promise<string[]> {
  const exports = join(dataFolder, 'exports');
  const folders = (await readdir(exports)).sort();
  const files = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(join(exports, folder))).sort().map((name) => join(exports, folder, name)),
    ),
  );
  return files.flat().filter((path) => path.endsWith('.pdf'));
}

/** The text of each page, as pdftotext reads it, without white space. */
export async function pageTexts(path: string): Promise<string[]> {
  const { stdout } = await run('pdftotext', ['-layout', path, '-'], { maxBuffer: 64 * 1024 * 1024 });
  return stdout
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s/g, ''));
}
