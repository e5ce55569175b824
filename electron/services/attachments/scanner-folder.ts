import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { TakenFile } from '../../../shared/contract/attachments.ts';
import { attachmentLimit } from '../../../shared/domain/teaching/attachment.ts';
import { refusal, toRefusalMessage } from '../../../shared/refusals/index.ts';
import { moveFile } from '../disk/files.ts';
import { openToRead } from '../disk/read.ts';
import { MachineFolder } from '../files/machine-folder.ts';
import type { Job } from '../threads/jobs.ts';
import type { Attachments } from './attachments.ts';

/** Where files go that were taken: never deleted, no longer offered. */
const takenFolder = '已收入档案';

/** Whether a name is a plain file of the folder: nothing that climbs or hides. */
function isPlainName(name: string): boolean {
  return !/[/\\]/.test(name) && !name.startsWith('.') && name !== '';
}

/**
 * A file whole, or not at all: where it vanishes, shrinks or is written to meanwhile, that is said.
 * @throws Refusal attachmentVanished, attachmentTooLarge
 */
export async function readWhole(path: string, name: string): Promise<Buffer> {
  const vanished = () => refusal('attachmentVanished', { name });
  const handle = await openToRead(path).catch(() => null);
  if (!handle) throw vanished();
  try {
    const before = await handle.stat();
    if (before.size > attachmentLimit.bytes) {
      throw refusal('attachmentTooLarge', { name, limit: attachmentLimit.text });
    }
    const content = await handle.readFile().catch(() => null);
    const after = await stat(path).catch(() => null);
    const isSame = after && after.ino === before.ino && after.mtimeMs === before.mtimeMs;
    if (content === null || !isSame || content.length !== before.size) throw vanished();
    return content;
  } finally {
    await handle.close();
  }
}

/** The folder a scanner or a phone puts its files into. */
export class ScannerFolder {
  private readonly place: MachineFolder;

  constructor(
    dataFolder: string,
    private readonly attachments: Attachments,
  ) {
    this.place = new MachineFolder(join(dataFolder, 'scanner-settings.json'), {
      isOffered: isPlainName,
      missing: (folder) => refusal('scannerFolderMissing', { folder }),
    });
  }

  describe(): ReturnType<MachineFolder['describe']> {
    return this.place.describe();
  }

  /** @throws Refusal scannerFolderMissing, diskFailure */
  setFolder(folder: string | null): Promise<void> {
    return this.place.choose(folder);
  }

  /** Keeps these, each by itself: one that can't be taken stops none of the others. @throws Refusal cancelled */
  async take(names: readonly string[], { signal, progress }: Job): Promise<TakenFile[]> {
    const folder = await this.place.mustBeChosen();
    const taken: TakenFile[] = [];
    for (const name of names) {
      signal.throwIfAborted();
      progress(taken.length, names.length);
      taken.push(await this.takeOne(folder, name));
    }
    return taken;
  }

  private async takeOne(folder: string, name: string): Promise<TakenFile> {
    try {
      if (!isPlainName(name)) throw refusal('attachmentVanished', { name });
      const content = await readWhole(join(folder, name), name);
      return { name, ok: true, file: await this.attachments.keep(name, content) };
    } catch (thrown) {
      return { name, ok: false, refusal: toRefusalMessage(thrown) };
    }
  }

  /** Moves files that are on record now out of the way, beside the others. */
  async setAside(names: readonly string[]): Promise<void> {
    const folder = await this.place.chosen();
    if (folder === null) return;
    for (const name of names.filter(isPlainName)) {
      const target = join(folder, takenFolder, name);
      const isTaken = await stat(target).then(
        () => true,
        () => false,
      );
      const place = isTaken ? join(folder, takenFolder, `${Date.now()} ${name}`) : target;
      // A scanner that still holds the file keeps it: it is on record all the same.
      await moveFile(join(folder, name), place).catch(() => undefined);
    }
  }
}
