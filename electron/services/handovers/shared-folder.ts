import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { asRefusal, refusal } from '../../../shared/domain/refusal.ts';
import { readWhole } from '../attachments/scanner-folder.ts';
import { diskFailure } from '../disk-failure.ts';
import { writeAtomically } from '../write-atomically.ts';

const settings = z.object({ folder: z.string() });

/** Endings of the files that machines of a base exchange. */
export const handoverEndings = { class: '.jidi-class', marks: '.jidi-marks' } as const;

function isExchanged(name: string): boolean {
  const isPlain = !/[/\\\0]/.test(name) && !name.startsWith('.');
  return isPlain && Object.values(handoverEndings).some((ending) => name.endsWith(ending));
}

/** The folder that the machines of a base share for classes and marks; which one it is belongs to this machine. */
export class SharedFolder {
  private readonly settingsPath: string;

  constructor(dataFolder: string) {
    this.settingsPath = join(dataFolder, 'handover-settings.json');
  }

  private async folder(): Promise<string | null> {
    const text = await readFile(this.settingsPath, 'utf8').catch(() => null);
    if (text === null) return null;
    const { folder } = settings.parse(JSON.parse(text));
    return folder === '' ? null : folder;
  }

  private async mustGetFolder(): Promise<string> {
    const folder = await this.folder();
    if (folder === null) throw refusal('sharedFolderMissing', { folder: '' });
    return folder;
  }

  private async list(folder: string): Promise<{ name: string; modifiedAt: string }[]> {
    const names = await readdir(folder).catch(() => {
      throw refusal('sharedFolderMissing', { folder });
    });
    const files = await Promise.all(
      names.filter(isExchanged).map(async (name) => {
        const found = await stat(join(folder, name)).catch(() => null);
        return found?.isFile() ? { name, modifiedAt: new Date(found.mtimeMs).toISOString() } : null;
      }),
    );
    return files
      .filter((file) => file !== null)
      .sort((one, other) => other.modifiedAt.localeCompare(one.modifiedAt));
  }

  /** The folder and what lies in it, the latest first; where it can't be read, why. */
  async describe() {
    const folder = await this.folder();
    if (folder === null) return { folder, failure: null, files: [] };
    try {
      return { folder, failure: null, files: await this.list(folder) };
    } catch (thrown) {
      return { folder, failure: asRefusal(thrown).message, files: [] };
    }
  }

  /** @throws Refusal sharedFolderMissing, diskFailure */
  async setFolder(folder: string | null): Promise<void> {
    if (folder !== null) await this.list(folder);
    await writeAtomically(this.settingsPath, JSON.stringify({ folder: folder ?? '' })).catch(
      (thrown: unknown) => {
        throw diskFailure(this.settingsPath, thrown);
      },
    );
  }

  /** Puts a file into the folder, whole or not at all; one of the same name is replaced. */
  async put(name: string, content: Uint8Array): Promise<void> {
    const folder = await this.mustGetFolder();
    if (!isExchanged(name)) throw refusal('attachmentVanished', { name });
    await writeAtomically(join(folder, name), content).catch((thrown: unknown) => {
      throw diskFailure(folder, thrown);
    });
  }

  /** A file of the folder. @throws Refusal sharedFolderMissing, attachmentVanished, attachmentTooLarge */
  async read(name: string): Promise<Buffer> {
    const folder = await this.mustGetFolder();
    if (!isExchanged(name)) throw refusal('attachmentVanished', { name });
    return readWhole(join(folder, name), name);
  }
}
