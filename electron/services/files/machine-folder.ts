import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { asRefusal, type Refusal } from '../../../shared/refusals/index.ts';
import { Settings } from '../disk/settings.ts';

const settings = z.object({ folder: z.string().nullable() });

/** A file of such a folder, as it lies there. */
export interface FolderFile {
  name: string;
  bytes: number;
  modifiedAt: string;
}

export interface MachineFolderRules {
  /** Which of the folder's files are of interest; a plain name that neither climbs nor hides is the least. */
  isOffered(name: string): boolean;
  /** What is said where the folder is not set (an empty path), or can't be read. */
  missing(folder: string): Refusal;
}

/** A folder outside the data that somebody chose; which one it is belongs to this machine. */
export class MachineFolder {
  private readonly settings: Settings<typeof settings>;

  constructor(
    settingsPath: string,
    private readonly rules: MachineFolderRules,
  ) {
    this.settings = new Settings(settingsPath, settings, { folder: null });
  }

  /** Null where none is chosen. @throws Refusal settingsUnreadable */
  async chosen(): Promise<string | null> {
    return (await this.settings.read()).folder;
  }

  /** @throws Refusal `missing` where none is chosen, settingsUnreadable */
  async mustBeChosen(): Promise<string> {
    const folder = await this.chosen();
    if (folder === null) throw this.rules.missing('');
    return folder;
  }

  private async list(folder: string): Promise<FolderFile[]> {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
      throw this.rules.missing(folder);
    });
    const names = entries
      .filter((entry) => entry.isFile() && this.rules.isOffered(entry.name))
      .map(({ name }) => name);
    const files = await Promise.all(
      names.map(async (name) => {
        const found = await stat(join(folder, name)).catch(() => null);
        return found && { name, bytes: found.size, modifiedAt: new Date(found.mtimeMs).toISOString() };
      }),
    );
    return files.filter((file) => file !== null).sort((a, b) => b.modifiedAt.localeCompare(a.modifiedAt));
  }

  /** The folder and what it offers, the latest first; where it can't be read or is not known any more, why. */
  async describe(): Promise<{ folder: string | null; failure: string | null; files: FolderFile[] }> {
    let folder: string | null = null;
    try {
      folder = await this.chosen();
      if (folder === null) return { folder, failure: null, files: [] };
      return { folder, failure: null, files: await this.list(folder) };
    } catch (thrown) {
      return { folder, failure: asRefusal(thrown).message, files: [] };
    }
  }

  /** @throws Refusal `missing` where it can't be read, settingsUnreadable, diskFailure */
  async choose(folder: string | null): Promise<void> {
    if (folder !== null) await this.list(folder);
    await this.settings.change(() => ({ folder }));
  }
}
