import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { refusal } from '../../../../shared/refusals/index.ts';
import { makeFolder, removeFile, replaceFile } from '../../disk/files.ts';
import { listIfThere } from '../../disk/read.ts';

/** Fonts of systems that have rarer characters than ours, where they usually lie. */
const ofSystems = [
  'C:/Windows/Fonts/simsunb.ttf',
  '/usr/share/fonts/truetype/hanazono/HanaMinA.ttf',
  '/usr/share/fonts/truetype/hanazono/HanaMinB.ttf',
];

/** A name that is one file of the folder, whatever it was where it came from. */
function fileNameOf(name: string): string {
  return basename(name.replaceAll('\\', '/')).replaceAll(/[^\p{L}\p{N}._ -]/gu, '_');
}

/** Fonts asked for characters that the printing fonts lack: those the base added, then those of the system. */
export class FallbackFonts {
  constructor(private readonly folder: string) {}

  async list(): Promise<{ own: string[]; system: string[] }> {
    const own = (await listIfThere(this.folder)).filter((name) => /\.(ttf|otf)$/i.test(name));
    return { own, system: ofSystems.filter((path) => existsSync(path)).map((path) => basename(path)) };
  }

  /** Where they lie, in the order they are asked. */
  async paths(): Promise<string[]> {
    const { own } = await this.list();
    return [...own.map((name) => join(this.folder, name)), ...ofSystems.filter((path) => existsSync(path))];
  }

  /**
   * @param charactersIn how many characters a font's bytes have; throws where they are none
   * @throws Refusal fontUnreadable, diskFailure
   */
  async add(
    name: string,
    bytes: Uint8Array,
    charactersIn: (bytes: Uint8Array) => Promise<number>,
  ): Promise<number> {
    const file = fileNameOf(name);
    const characters = /\.(ttf|otf)$/i.test(file) ? await charactersIn(bytes).catch(() => 0) : 0;
    if (characters === 0) throw refusal('fontUnreadable', { name });
    await makeFolder(this.folder);
    await replaceFile(join(this.folder, file), bytes);
    return characters;
  }

  async remove(name: string): Promise<void> {
    await removeFile(join(this.folder, fileNameOf(name)));
  }
}
