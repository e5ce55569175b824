import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupFile } from '../../../shared/contract/backups.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { makeFolder, removeFile, replaceFile } from '../disk/files.ts';
import { listIfThere, openToRead, readIfThere } from '../disk/read.ts';
import { hashOf } from '../sealed-files/sealed-files.ts';
import { readBackupHeader } from './backup-format.ts';
import { backupsToDelete } from './rotation.ts';

const ending = '.jidibackup';
/** A header is some two thousand bytes; its locks do not grow. */
const headBytes = 16_384;

async function readHead(path: string): Promise<Buffer> {
  const handle = await openToRead(path);
  try {
    const head = Buffer.alloc(headBytes);
    const { bytesRead } = await handle.read(head, 0, headBytes, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Whether a name is one of ours: nothing that climbs or hides. */
function isBackupName(name: string): boolean {
  return /^[^/\\]+\.jidibackup$/.test(name) && !name.startsWith('.');
}

/** Backups in one folder, as the data folder's own or a USB stick. */
export class BackupFolder {
  constructor(
    readonly folder: string,
    private readonly place: BackupFile['place'],
  ) {}

  /** The latest first; a file that is no backup is passed over. */
  async list(): Promise<BackupFile[]> {
    const names = await listIfThere(this.folder);
    const found = await Promise.all(names.filter(isBackupName).map((name) => this.describe(name)));
    return found
      .filter((backup) => backup !== null)
      .sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.sequence - a.sequence);
  }

  private async describe(name: string): Promise<BackupFile | null> {
    const path = join(this.folder, name);
    try {
      const { header } = readBackupHeader(await readHead(path), name);
      const { createdAt, reason, sequence } = header;
      return { name, place: this.place, createdAt, reason, sequence, bytes: (await stat(path)).size };
    } catch {
      return null;
    }
  }

  /** @throws Refusal notFound, diskUnreadable */
  async read(name: string): Promise<Buffer> {
    const bytes = isBackupName(name) ? await readIfThere(join(this.folder, name)) : null;
    if (!bytes) throw refusal('notFound', { what: `备份 ${name}` });
    return bytes;
  }

  /**
   * Writes a backup under a temporary name, on the disk, renamed, and reads it back; then lets go of
   * the ones that are no longer to be kept.
   * @throws Refusal diskFailure, backupDamaged
   */
  async keep(stem: string, bytes: Buffer): Promise<string> {
    const name = `${stem}${ending}`;
    const path = join(this.folder, name);
    await makeFolder(this.folder);
    await replaceFile(path, bytes);
    if (hashOf(await this.read(name)) !== hashOf(bytes)) {
      await removeFile(path);
      throw refusal('backupDamaged', { name });
    }
    for (const old of backupsToDelete(await this.list())) {
      await removeFile(join(this.folder, old.name));
    }
    return name;
  }
}
