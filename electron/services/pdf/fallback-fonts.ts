import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Fonts of systems that have rarer characters than ours, where they usually lie. */
const ofSystems = [
  'C:/Windows/Fonts/simsunb.ttf',
  '/usr/share/fonts/truetype/hanazono/HanaMinA.ttf',
  '/usr/share/fonts/truetype/hanazono/HanaMinB.ttf',
];

/** Where a person puts fonts of their own. */
export const ownFontsFolder = 'fonts';

/** Fonts asked for characters that the printing fonts lack: those the base added, then those of the system. */
export async function fallbackFonts(dataFolder: string): Promise<string[]> {
  const folder = join(dataFolder, ownFontsFolder);
  await mkdir(folder, { recursive: true });
  const own = (await readdir(folder)).filter((name) => /\.(ttf|otf)$/i.test(name)).sort();
  return [...own.map((name) => join(folder, name)), ...ofSystems.filter((path) => existsSync(path))];
}
