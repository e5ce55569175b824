import { mkdir, open, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ScannedFile, TakenFile } from '../../../shared/contract/attachments.ts';
import { attachmentLimit } from '../../../shared/domain/attachment.ts';
import { asRefusal, refusal, toRefusalMessage } from '../../../shared/domain/refusal.ts';
import { diskFailure } from '../disk-failure.ts';
import { writeAtomically } from '../write-atomically.ts';
import type { Attachments } from './attachments.ts';

const settings = z.object({ folder: z.string() });
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
  const handle = await open(path, 'r').catch(() => null);
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

/** The folder a scanner or a phone puts its files into; which one it is belongs to this machine. */
export class ScannerFolder {
  private readonly settingsPath: string;

  constructor(
    dataFolder: string,
    private readonly attachments: Attachments,
  ) {
    this.settingsPath = join(dataFolder, 'scanner-settings.json');
  }

  async describe(): Promise<{ folder: string | null; failure: string | null; files: ScannedFile[] }> {
    const folder = await this.folder();
    if (folder === null) return { folder, failure: null, files: [] };
    try {
      return { folder, failure: null, files: await this.list(folder) };
    } catch (thrown) {
      return { folder, failure: asRefusal(thrown).message, files: [] };
    }
  }

  private async list(folder: string): Promise<ScannedFile[]> {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
      throw refusal('scannerFolderMissing', { folder });
    });
    const names = entries
      .filter((entry) => entry.isFile() && isPlainName(entry.name))
      .map(({ name }) => name);
    const files = await Promise.all(
      names.map(async (name) => {
        const found = await stat(join(folder, name)).catch(() => null);
        return found && { name, bytes: found.size, modifiedAt: new Date(found.mtimeMs).toISOString() };
      }),
    );
    return files.filter((file) => file !== null).sort((a, b) => b.modifiedAt.localeCompare(a.modifiedAt));
  }

  /** @throws Refusal scannerFolderMissing, diskFailure */
  async setFolder(folder: string | null): Promise<void> {
    if (folder !== null) await this.list(folder);
    await writeAtomically(this.settingsPath, JSON.stringify({ folder: folder ?? '' })).catch(
      (thrown: unknown) => {
        throw diskFailure(this.settingsPath, thrown);
      },
    );
  }

  /** Keeps these, each by itself: one that can't be taken stops none of the others. */
  async take(names: readonly string[], onTaken: (done: number) => void): Promise<TakenFile[]> {
    const folder = await this.folder();
    if (folder === null) throw refusal('scannerFolderMissing', { folder: '' });
    const taken: TakenFile[] = [];
    for (const name of names) {
      onTaken(taken.length);
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
    const folder = await this.folder();
    if (folder === null) return;
    await mkdir(join(folder, takenFolder), { recursive: true }).catch(() => undefined);
    for (const name of names.filter(isPlainName)) {
      const target = join(folder, takenFolder, name);
      const isTaken = await stat(target).then(
        () => true,
        () => false,
      );
      const place = isTaken ? join(folder, takenFolder, `${Date.now()} ${name}`) : target;
      // A scanner that still holds the file keeps it: it is on record all the same.
      await rename(join(folder, name), place).catch(() => undefined);
    }
  }

  private async folder(): Promise<string | null> {
    const text = await readFile(this.settingsPath, 'utf8').catch(() => null);
    if (text === null) return null;
    const { folder } = settings.parse(JSON.parse(text));
    return folder === '' ? null : folder;
  }
}
