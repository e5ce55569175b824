import { v7 as uuid } from 'uuid';
import type { BackupContent, BackupSource } from '../../../shared/contract/backups.ts';
import type { Actor } from '../../../shared/domain/base/actor.ts';
import type { JournalEntry } from '../../../shared/exchange/journal/entry.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import type { Journal } from '../journal/journal.ts';
import { keyIdOf } from '../keys/derived-keys.ts';
import { unlockKey } from '../keys/key-lock.ts';
import type { Keyring } from '../keys/keyring.ts';
import { readRecoveryCode } from '../keys/recovery-code.ts';
import type { ReadingThread } from '../reading/tasks.ts';
import { type BackupHeader, readBackupHeader } from './backup-format.ts';
import type { Backups } from './backups.ts';
import { summarize } from './journal-summary.ts';

interface OpenedBackup {
  name: string;
  header: BackupHeader;
  root: Buffer;
  payloads: Buffer[];
  hash: Buffer;
}

const noBytes = Buffer.alloc(0);

/** Opens backups, says what is in them, and brings them back. */
export class Restores {
  constructor(
    private readonly backups: Backups,
    private readonly journal: Journal,
    private readonly keyring: Keyring,
    private readonly reading: Pick<ReadingThread, 'run'>,
    private readonly now: () => number = Date.now,
  ) {}

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
    const undo = isEmpty || damage ? null : await this.backups.make('beforeRestore');
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
    // A second place that is away now still has them: the register says which are missing.
    await this.backups.fetchSealed().catch(() => 0);
    return undo;
  }

  /** What a damaged journal yields, alone or behind the newest backup that can be opened. */
  async planMend() {
    const alone = await this.journal.salvage(null);
    let best = { ...alone, backup: null as string | null };
    const { backups } = await this.backups.list();
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
      'bytes' in source ? Buffer.from(source.bytes) : await this.backups.read(source.place, source.name);
    const { header } = readBackupHeader(bytes, name);
    const root = await this.keyTo(header, secret, name);
    const { payloads, hash } = await this.reading.run('backup', { name, bytes, root });
    // What crosses from another thread arrives without being a Buffer.
    return { name, root, header, payloads: payloads.map((one) => Buffer.from(one)), hash: Buffer.from(hash) };
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
}
