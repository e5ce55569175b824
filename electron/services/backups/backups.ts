import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { BackupFile, BackupReason } from '../../../shared/contract/backups.ts';
import { civilDateAt, clockTimeAt } from '../../../shared/domain/base/civil-date.ts';
import { messageOf, refusal } from '../../../shared/refusals/index.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { removeFile, replaceFile } from '../disk/files.ts';
import { Settings } from '../disk/settings.ts';
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
  private readonly settings: Settings<typeof settings>;
  private secondFailure: string | null = null;
  private readonly turns = new Turns();

  constructor(
    private readonly about: { dataFolder: string; version: string },
    private readonly journal: Journal,
    private readonly keyring: Keyring,
    private readonly now: () => number = Date.now,
  ) {
    this.own = new BackupFolder(join(about.dataFolder, 'backups'), 'dataFolder');
    const path = join(about.dataFolder, 'backup-settings.json');
    this.settings = new Settings(path, settings, { secondPlace: null, lastVersion: null });
  }

  async list() {
    const { backups: elsewhere, secondPlace } = await this.lookAtSecond();
    const backups = [...(await this.own.list()), ...elsewhere];
    return {
      backups: backups.sort((a, b) => b.createdAt.localeCompare(a.createdAt)),
      folder: this.own.folder,
      secondPlace,
    };
  }

  /** What the second place holds; where it can't be looked at, or is not known any more, why. */
  private async lookAtSecond() {
    let folder = '';
    try {
      const second = await this.second();
      if (!second) return { backups: [], secondPlace: null };
      folder = second.folder;
      return { backups: await second.list(), secondPlace: { folder, failure: this.secondFailure } };
    } catch (thrown) {
      return { backups: [], secondPlace: { folder, failure: messageOf(thrown) } };
    }
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
    let folder = '';
    try {
      const second = await this.second();
      if (!second) return;
      folder = second.folder;
      await stat(folder);
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
      this.secondFailure = messageOf(diskFailure(folder, thrown));
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
    const { version } = this.about;
    const lastVersion = await this.lastVersion();
    if (lastVersion !== null && lastVersion !== version) await this.makeIfChanged('beforeUpgrade');
    if (lastVersion !== version) await this.settings.change((now) => ({ ...now, lastVersion: version }));
  }

  /** Null where no version was here before; one that can't be read may be any other. */
  private async lastVersion(): Promise<string | null> {
    return this.settings.read().then(
      ({ lastVersion }) => lastVersion,
      () => '',
    );
  }

  /** @throws Refusal diskFailure where nothing can be written there, settingsUnreadable */
  async setSecondPlace(folder: string | null): Promise<void> {
    if (folder !== null) {
      const probe = join(folder, '.jidi-probe');
      await replaceFile(probe, '');
      await removeFile(probe);
    }
    await this.settings.change((now) => ({ ...now, secondPlace: folder }));
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
    const { secondPlace } = await this.settings.read();
    return secondPlace === null ? null : new BackupFolder(secondPlace, 'secondPlace');
  }
}
