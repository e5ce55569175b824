import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { BackupFile, BackupReason } from '../../../shared/contract/backups.ts';
import { civilDateAt, clockTimeAt } from '../../../shared/domain/base/civil-date.ts';
import { messageOf, refusal } from '../../../shared/refusals/index.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { removeFile, replaceFile } from '../disk/files.ts';
import type { Journal } from '../journal/journal.ts';
import type { Keyring } from '../keys/keyring.ts';
import { Turns } from '../turns.ts';
import { BackupFolder } from './backup-folder.ts';
import { decodeBackup, encodeBackup } from './backup-format.ts';
import { mirrorSealed } from './mirror-sealed.ts';

/** Folders of sealed files, beside the backups in the second place as in the data folder. */
export const sealedFolders = { proofs: 'proofs', attachments: 'attachments' } as const;
/** Ballot boxes are sealed files too, but change: the second place keeps the last state of each only. */
export const ballotBoxFolder = 'ballot-boxes';
const mirrored = Object.values(sealedFolders);

const settings = z.object({ secondPlace: z.string().nullable(), lastVersion: z.string().nullable() });
type Settings = z.infer<typeof settings>;

/** An instant as a file name tells it: `2026-11-24 183000`. */
function stampOf(instant: number): string {
  const seconds = String(new Date(instant).getUTCSeconds()).padStart(2, '0');
  return `${civilDateAt(instant)} ${clockTimeAt(instant).replace(':', '')}${seconds}`;
}

/**
 * Makes backups of the journal, which is all of the base but its files, and keeps them in two places.
 * Proofs, attachments and volumes are sealed files that never change: they are mirrored beside the second place.
 */
export class Backups {
  private readonly own: BackupFolder;
  private readonly settingsPath: string;
  private secondFailure: string | null = null;
  private readonly turns = new Turns();

  constructor(
    private readonly about: { dataFolder: string; version: string },
    private readonly journal: Journal,
    private readonly keyring: Keyring,
    private readonly now: () => number = Date.now,
  ) {
    this.own = new BackupFolder(join(about.dataFolder, 'backups'), 'dataFolder');
    this.settingsPath = join(about.dataFolder, 'backup-settings.json');
  }

  async list() {
    const second = await this.second();
    const backups = [...(await this.own.list()), ...((await second?.list()) ?? [])];
    return {
      backups: backups.sort((a, b) => b.createdAt.localeCompare(a.createdAt)),
      folder: this.own.folder,
      secondPlace: second && { folder: second.folder, failure: this.secondFailure },
    };
  }

  /**
   * Makes one now. The second place may be away (a stick that is not in): that is said, and does not
   * undo the first.
   * @throws Refusal keysMissing, journalDamaged, diskFailure, backupDamaged
   */
  make(reason: BackupReason): Promise<string> {
    return this.turns.take(async () => {
      const reading = await this.keyring.read();
      if (reading.kind !== 'ready') throw refusal('keysMissing');
      const content = await this.journal.readAll();
      if (content.damage) throw refusal('journalDamaged', content.damage);
      const instant = this.now();
      const { keyId, recovery, passphrase, backupPublicKey } = reading.keys;
      const bytes = await encodeBackup(
        {
          createdAt: new Date(instant).toISOString(),
          reason,
          version: this.about.version,
          keyId,
          recovery,
          passphrase,
        },
        Buffer.from(backupPublicKey, 'base64'),
        content,
      );
      const stem = `${stampOf(instant)} 第${content.payloads.length}条`;
      const name = await this.own.keep(stem, bytes);
      // The bytes were read back; whoever can open them proves their content whole, too.
      if (this.keyring.isOpen) await decodeBackup(bytes, this.keyring.rootKey, name);
      await this.copyToSecond(stem, bytes);
      return name;
    });
  }

  private async copyToSecond(stem: string, bytes: Buffer): Promise<void> {
    const second = await this.second();
    if (!second) return;
    try {
      await stat(second.folder);
      await second.keep(stem, bytes);
      for (const name of mirrored)
        await mirrorSealed(join(this.about.dataFolder, name), join(second.folder, name));
      await mirrorSealed(
        join(this.about.dataFolder, ballotBoxFolder),
        join(second.folder, ballotBoxFolder),
        true,
      );
      this.secondFailure = null;
    } catch (thrown) {
      this.secondFailure = messageOf(diskFailure(second.folder, thrown));
    }
  }

  /** Makes one if something was done since the last; answers whether it did. */
  async makeIfChanged(reason: BackupReason): Promise<boolean> {
    const { sequence, damage } = await this.journal.readHead();
    const [last] = await this.own.list();
    if (damage || sequence === 0 || last?.sequence === sequence) return false;
    if ((await this.keyring.read()).kind !== 'ready') return false;
    await this.make(reason);
    return true;
  }

  /** The first of a day, if something was done since the last one. */
  async makeDue(): Promise<boolean> {
    const [last] = await this.own.list();
    if (last && civilDateAt(Date.parse(last.createdAt)) === civilDateAt(this.now())) return false;
    return this.makeIfChanged('daily');
  }

  /** Before another version of the app opens, and may convert, the database. */
  async makeBeforeUpgrade(): Promise<void> {
    const { lastVersion } = await this.readSettings();
    if (lastVersion !== null && lastVersion !== this.about.version) await this.makeIfChanged('beforeUpgrade');
    if (lastVersion !== this.about.version) await this.saveSettings({ lastVersion: this.about.version });
  }

  /** @throws Refusal diskFailure where nothing can be written there */
  async setSecondPlace(folder: string | null): Promise<void> {
    if (folder !== null) {
      const probe = join(folder, '.jidi-probe');
      await replaceFile(probe, '');
      await removeFile(probe);
    }
    await this.saveSettings({ secondPlace: folder });
    this.secondFailure = null;
    await this.fetchSealed();
    const [last] = await this.own.list();
    if (folder !== null && last) {
      await this.copyToSecond(last.name.replace(/\.jidibackup$/, ''), await this.own.read(last.name));
    }
  }

  /** The bytes of a backup in one of the two places. @throws Refusal notFound */
  async read(place: BackupFile['place'], name: string): Promise<Buffer> {
    const folder = place === 'dataFolder' ? this.own : await this.second();
    if (!folder) throw refusal('notFound', { what: `备份 ${name}` });
    return folder.read(name);
  }

  /** Brings back the sealed files that only the second place still has; answers how many. */
  async fetchSealed(): Promise<number> {
    const second = await this.second();
    let fetched = 0;
    for (const name of second ? [...mirrored, ballotBoxFolder] : []) {
      fetched += await mirrorSealed(join(second?.folder ?? '', name), join(this.about.dataFolder, name));
    }
    return fetched;
  }

  private async second(): Promise<BackupFolder | null> {
    const { secondPlace } = await this.readSettings();
    return secondPlace === null ? null : new BackupFolder(secondPlace, 'secondPlace');
  }

  private async readSettings(): Promise<Settings> {
    return readFile(this.settingsPath, 'utf8').then(
      (text) => settings.parse(JSON.parse(text)),
      () => ({ secondPlace: null, lastVersion: null }),
    );
  }

  private async saveSettings(change: Partial<Settings>): Promise<void> {
    const next = { ...(await this.readSettings()), ...change };
    await replaceFile(this.settingsPath, JSON.stringify(next));
  }
}
