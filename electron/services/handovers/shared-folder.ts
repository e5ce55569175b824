import { join } from 'node:path';
import { refusal } from '../../../shared/refusals/index.ts';
import { readWhole } from '../attachments/scanner-folder.ts';
import { replaceFile } from '../disk/files.ts';
import { MachineFolder } from '../files/machine-folder.ts';

/** Endings of the files that machines of a base exchange. */
export const handoverEndings = { class: '.jidi-class', marks: '.jidi-marks' } as const;

function isExchanged(name: string): boolean {
  const isPlain = !/[/\\\0]/.test(name) && !name.startsWith('.');
  return isPlain && Object.values(handoverEndings).some((ending) => name.endsWith(ending));
}

/** The folder that the machines of a base share for classes and marks. */
export class SharedFolder {
  private readonly place: MachineFolder;

  constructor(dataFolder: string) {
    this.place = new MachineFolder(join(dataFolder, 'handover-settings.json'), {
      isOffered: isExchanged,
      missing: (folder) => refusal('sharedFolderMissing', { folder }),
    });
  }

  /** Null where the machines share none. */
  chosen(): Promise<string | null> {
    return this.place.chosen();
  }

  describe(): ReturnType<MachineFolder['describe']> {
    return this.place.describe();
  }

  /** @throws Refusal sharedFolderMissing, diskFailure */
  setFolder(folder: string | null): Promise<void> {
    return this.place.choose(folder);
  }

  /** Puts a file into the folder, whole or not at all; one of the same name is replaced. */
  async put(name: string, content: Uint8Array): Promise<void> {
    const folder = await this.place.mustBeChosen();
    if (!isExchanged(name)) throw refusal('attachmentVanished', { name });
    await replaceFile(join(folder, name), content);
  }

  /** A file of the folder. @throws Refusal sharedFolderMissing, attachmentVanished, attachmentTooLarge */
  async read(name: string): Promise<Buffer> {
    const folder = await this.place.mustBeChosen();
    if (!isExchanged(name)) throw refusal('attachmentVanished', { name });
    return readWhole(join(folder, name), name);
  }
}
