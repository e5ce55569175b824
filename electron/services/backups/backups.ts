import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import type {
  BackupContent,
  BackupFile,
  BackupReason,
  BackupSource,
} from '../../../shared/contract/backups.ts';
import type { Actor } from '../../../shared/domain/actor.ts';
import { messageOf, refusal } from '../../../shared/domain/refusal.ts';
import type { JournalEntry } from '../../../shared/exchange/journal/entry.ts';
import { diskFailure } from '../disk-failure.ts';
import type { Journal } from '../journal/journal.ts';
import { keyIdOf } from '../keys/derived-keys.ts';
import { unlockKey } from '../keys/key-lock.ts';
import type { Keyring } from '../keys/keyring.ts';
import { readRecoveryCode } from '../keys/recovery-code.ts';
import { writeAtomically } from '../write-atomically.ts';
import { BackupFolder } from './backup-folder.ts';
import { type BackupHeader, decodeBackup, encodeBackup, readBackupHeader } from './backup-format.ts';
import { summarize } from './journal-summary.ts';

const settings = z.object({ secondPlace: z.string().nullable(), lastVersion: z.string().nullable() });
type Settings = z.infer<typeof settings>;

const dayMilliseconds = 86_400_000;
const zone = 8 * 3_600_000;

function civilDay(instant: number): number {
  return Math.floor((instant + zone) / dayMilliseconds);
}

function stampOf(instant: number): string {
  return new Date(instant + zone).toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '');
}

interface OpenedBackup {
  name: string;
  header: BackupHeader;
  root: Buffer;
  payloads: Buffer[];
  hash: Buffer;
}

/** Makes backups of the journal, which is all of the base, keeps them in two places and brings them back. */
export class Backups {
  private readonly own: BackupFolder;
  private readonly settingsPath: string;
  private secondFailure: string | null = null;
  private queue: Promise<unknown> = Promise.resolve();

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
    return this.inTurn(async () => {
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
      // Whoever can open it proves it whole; before a sign-in the bytes read back must do.
      if (this.keyring.isOpen) await decodeBackup(await this.own.read(name), this.keyring.rootKey, name);
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
    if (last && civilDay(Date.parse(last.createdAt)) === civilDay(this.now())) return false;
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
      await writeAtomically(probe, '').catch((thrown: unknown) => {
        throw diskFailure(folder, thrown);
      });
      await rm(probe, { force: true });
    }
    await this.saveSettings({ secondPlace: folder });
    this.secondFailure = null;
    const [last] = await this.own.list();
    if (folder !== null && last) {
      await this.copyToSecond(last.name.replace(/\.jidibackup$/, ''), await this.own.read(last.name));
    }
  }

  /** What is in a backup, and what restoring it would change. @throws Refusal backupLocked, backupDamaged */
  async inspect(source: BackupSource, secret: string | null): Promise<BackupContent> {
    const backup = await this.open(source, secret);
    const current = await this.journal.readAll();
    const sequence = backup.payloads.length;
    const common = current.payloads[sequence - 1];
    const isSameBase =
      current.payloads.length === 0 || common?.equals(backup.payloads[sequence - 1] ?? noBytes);
    const { baseName, lastAt, rows } = summarize(backup.payloads);
    return {
      createdAt: backup.header.createdAt,
      baseName,
      lastAt,
      sequence,
      rows,
      rowsNow: summarize(current.payloads).rows,
      takenBack: isSameBase ? current.payloads.length - sequence : null,
    };
  }

  /**
   * Puts a backup in the journal's place, with an entry that says so. What was there is backed up
   * first; answers the name of that backup, by which the restore is undone.
   * @throws Refusal backupLocked, backupDamaged, diskFailure
   */
  async restore(source: BackupSource, secret: string | null, actor: Actor): Promise<string | null> {
    const backup = await this.open(source, secret);
    const { sequence, damage } = await this.journal.readHead();
    const isEmpty = sequence === 0 && damage === null;
    const undo = isEmpty || damage ? null : await this.make('beforeRestore');
    const [last] = sequence > 0 ? await this.journal.read(sequence, 1) : [];
    const entry: JournalEntry = {
      sequence: backup.payloads.length + 1,
      id: uuid(),
      at: new Date(this.now()).toISOString(),
      actor,
      command: 'restoreBackup',
      event: 'backupRestored',
      changes: [],
      // Restored twice before any window opened: the database may hold either.
      replaces: last ? [...(last.replaces ?? []), { sequence, id: last.id }] : [],
    };
    await this.journal.rewrite([...backup.payloads, Buffer.from(JSON.stringify(entry))]);
    await this.keyring.adopt(backup.root, backup.header.recovery, backup.header.passphrase);
    return undo;
  }

  /** What a damaged journal yields, alone or behind the newest backup that can be opened. */
  async planMend() {
    const alone = await this.journal.salvage(null);
    let best = { ...alone, backup: null as string | null };
    const { backups } = await this.list();
    for (const { name, place } of backups) {
      if (best.payloads.length >= best.highestSeen) break;
      const opened = await this.open({ name, place }, null).catch(() => null);
      const salvaged = opened && (await this.journal.salvage(opened));
      if (salvaged && salvaged.payloads.length > best.payloads.length) best = { ...salvaged, backup: name };
    }
    return best;
  }

  /** Puts what can be saved in the damaged journal's place; answers the last sequence. */
  async mend(): Promise<number> {
    const head = await this.journal.readHead();
    if (!head.damage) return head.sequence;
    const { payloads } = await this.planMend();
    await this.journal.rewrite(payloads);
    return payloads.length;
  }

  private async open(source: BackupSource, secret: string | null): Promise<OpenedBackup> {
    const name = 'name' in source ? source.name : '所选的文件';
    const bytes =
      'bytes' in source ? Buffer.from(source.bytes) : await this.folderOf(source.place, source.name);
    const { header } = readBackupHeader(bytes, name);
    const root = await this.keyTo(header, secret, name);
    return { name, root, ...(await decodeBackup(bytes, root, name)) };
  }

  private async folderOf(place: BackupFile['place'], name: string): Promise<Buffer> {
    const folder = place === 'dataFolder' ? this.own : await this.second();
    if (!folder) throw refusal('notFound', { what: `备份 ${name}` });
    return folder.read(name);
  }

  private async keyTo(header: BackupHeader, secret: string | null, name: string): Promise<Buffer> {
    if (this.keyring.isOpen && keyIdOf(this.keyring.rootKey) === header.keyId) return this.keyring.rootKey;
    if (secret === null || secret.trim() === '') throw refusal('backupLocked', { name });
    const code = readRecoveryCode(secret);
    const byCode = code && (await unlockKey(header.recovery, code));
    const root = byCode ?? (header.passphrase && (await unlockKey(header.passphrase, secret)));
    if (!root) throw refusal('backupSecretWrong', { name });
    return root;
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
    await writeAtomically(this.settingsPath, JSON.stringify(next)).catch((thrown: unknown) => {
      throw diskFailure(this.settingsPath, thrown);
    });
  }

  private inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const turn = this.queue.then(act, act);
    this.queue = turn.catch(() => undefined);
    return turn;
  }
}

const noBytes = Buffer.alloc(0);
