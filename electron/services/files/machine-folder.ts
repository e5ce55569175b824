import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { asRefusal, type Refusal } from '../../../shared/refusals/index.ts';
import { replaceFile } from '../disk/files.ts';

const settings = z.object({ folder: z.string() });

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
  constructor(
    private readonly settingsPath: string,
    private readonly rules: MachineFolderRules,
  ) {}

  /** Null where none is chosen. */
  async chosen(): Promise<string | null> {
    const text = await readFile(this.settingsPath, 'utf8').catch(() => null);
    if (text === null) return null;
    const { folder } = settings.parse(JSON.parse(text));
    return folder === '' ? null : folder;
  }

  /** @throws Refusal `missing` where none is chosen */
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

  /** The folder and what it offers, the latest first; where it can't be read, why. */
  async describe(): Promise<{ folder: string | null; failure: string | null; files: FolderFile[] }> {
    const folder = await this.chosen();
    if (folder === null) return { folder, failure: null, files: [] };
    try {
      return { folder, failure: null, files: await this.list(folder) };
    } catch (thrown) {
      return { folder, failure: asRefusal(thrown).message, files: [] };
    }
  }

  /** @throws Refusal `missing` where it can't be read, diskFailure */
  async choose(folder: string | null): Promise<void> {
    if (folder !== null) await this.list(folder);
    await replaceFile(this.settingsPath, JSON.stringify({ folder: folder ?? '' }));
  }
}
