import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { KeyLock } from '../../../shared/domain/base/account.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { Turns } from '../turns.ts';
import { lockForAccount, type Person, type SystemKeyring, unlockForAccount } from './account-locks.ts';
import { Attempts } from './attempts.ts';
import { backupPublicKey, keyIdOf, newRootKey, personalDataKey } from './derived-keys.ts';
import { type KeyFile, type KeyFileReading, readKeyFile, setAsideDamaged, writeKeyFile } from './key-file.ts';
import { lockKey, unlockKey } from './key-lock.ts';
import { newRecoveryCode, readRecoveryCode } from './recovery-code.ts';

/** What the page gets of an opened keyring. */
export interface Opened {
  session: string;
  accountId: string;
  keyId: string;
  key: Uint8Array<ArrayBuffer>;
}

/**
 * Keeps the base's key. On the disk it lies only behind passwords (sealed once more by the system's
 * keyring where there is one) and behind the recovery code; after a sign-in it is in memory until
 * the host ends.
 */
export class Keyring {
  private root: Buffer | null = null;
  private readonly sessions = new Map<string, string>();
  private readonly path: string;
  private readonly attempts: Attempts;
  private readonly turns = new Turns();

  constructor(
    dataFolder: string,
    private readonly system: SystemKeyring | null = null,
  ) {
    this.path = join(dataFolder, 'keys.json');
    this.attempts = new Attempts(join(dataFolder, 'sign-in-attempts.json'));
  }

  read(): Promise<KeyFileReading> {
    return readKeyFile(this.path);
  }

  /** The base's key. @throws Refusal keysLocked before anybody has signed in */
  get rootKey(): Buffer {
    if (!this.root) throw refusal('keysLocked');
    return this.root;
  }

  get isOpen(): boolean {
    return this.root !== null;
  }

  /** Makes the base's key with its first account. @throws Refusal keysExist */
  found(person: Person, password: string): Promise<Opened & { recoveryCode: string }> {
    return this.turns.take(async () => {
      if ((await this.read()).kind !== 'none') throw refusal('keysExist');
      const root = newRootKey();
      const recoveryCode = newRecoveryCode();
      const recovery = await lockKey(root, recoveryCode);
      const own = await lockForAccount(root, person, password, this.system);
      await writeKeyFile(this.path, this.fileOf(root, recovery, null, [own]));
      return { ...this.open(root, person.id), recoveryCode };
    });
  }

  /** @throws Refusal wrongPassword, tooManyAttempts, keyringLost, keysMissing */
  signIn(accountId: string, password: string): Promise<Opened> {
    return this.turns.take(async () => {
      const root = await this.rootBehind(await this.mustRead(), accountId, password);
      return this.open(root, accountId);
    });
  }

  /** Whoever is signed in under this session, after the page was loaded anew. */
  resume(session: string): Opened | null {
    const accountId = this.sessions.get(session);
    if (accountId === undefined || !this.root) return null;
    return this.describe(this.root, session, accountId);
  }

  leave(session: string): void {
    this.sessions.delete(session);
  }

  /** Gives an account a password, its first or another. @throws Refusal notSignedIn */
  setPassword(session: string, person: Person, password: string): Promise<void> {
    return this.change(session, async (keys, root) => ({
      ...keys,
      accounts: [
        ...keys.accounts.filter(({ id }) => id !== person.id),
        await lockForAccount(root, person, password, this.system),
      ],
    }));
  }

  /** Changes the password of whoever is signed in. @throws Refusal wrongPassword, tooManyAttempts */
  async changePassword(session: string, current: string, password: string): Promise<void> {
    const keys = await this.mustRead();
    const own = keys.accounts.find(({ id }) => id === this.sessions.get(session));
    if (!own) throw refusal('notSignedIn');
    await this.rootBehind(keys, own.id, current);
    await this.setPassword(session, own, password);
  }

  /** Takes the key from an account that may no longer sign in. @throws Refusal notSignedIn */
  removeAccount(session: string, accountId: string): Promise<void> {
    return this.change(session, async (keys) => ({
      ...keys,
      accounts: keys.accounts.filter(({ id }) => id !== accountId),
    }));
  }

  /** A new recovery code; the sheet printed before no longer opens what is made from now on. */
  async renewRecovery(session: string): Promise<{ recoveryCode: string }> {
    const recoveryCode = newRecoveryCode();
    const recovery = await lockKey(this.rootKey, recoveryCode);
    await this.change(session, async (keys) => ({ ...keys, recovery }));
    return { recoveryCode };
  }

  /** Sets or takes away the passphrase that opens backups besides the recovery code. */
  setPassphrase(session: string, passphrase: string | null): Promise<void> {
    return this.change(session, async (keys, root) => ({
      ...keys,
      passphrase: passphrase === null ? null : await lockKey(root, passphrase),
    }));
  }

  /**
   * Opens the key with the recovery code, from the key file or, where that is lost, from the lock
   * kept with the data; then gives an account a new password.
   * @throws Refusal recoveryCodeMistyped, wrongRecoveryCode, tooManyAttempts, keysMissing
   */
  recover(code: string, kept: KeyLock | null, person: Person, password: string): Promise<Opened> {
    return this.turns.take(async () => {
      const reading = await this.read();
      const filed = reading.kind === 'ready' ? reading.keys : null;
      const locks = [filed?.recovery, kept].filter((lock) => lock != null);
      if (locks.length === 0) throw refusal('keysMissing');
      const { root, lock } = await this.openWithCode(locks, code);
      const own = await lockForAccount(root, person, password, this.system);
      if (reading.kind === 'damaged') await setAsideDamaged(this.path);
      if (filed?.keyId === keyIdOf(root)) {
        const others = filed.accounts.filter(({ id }) => id !== person.id);
        await writeKeyFile(this.path, { ...filed, accounts: [...others, own] });
      } else {
        await writeKeyFile(this.path, this.fileOf(root, lock, null, [own]));
      }
      return this.open(root, person.id);
    });
  }

  /** Takes over the key of a restored backup; its accounts get new passwords by the recovery code. */
  adopt(root: Buffer, recovery: KeyLock, passphrase: KeyLock | null): Promise<void> {
    return this.turns.take(async () => {
      const reading = await this.read();
      if (reading.kind === 'ready' && reading.keys.keyId === keyIdOf(root)) return;
      if (reading.kind === 'damaged') await setAsideDamaged(this.path);
      await writeKeyFile(this.path, this.fileOf(root, recovery, passphrase, []));
      this.root = root;
      this.sessions.clear();
    });
  }

  /** The root key, and the lock that the code opened: a key file of another base has another. */
  private async openWithCode(
    locks: readonly KeyLock[],
    code: string,
  ): Promise<{ root: Buffer; lock: KeyLock }> {
    await this.attempts.refuseTooEarly('recovery');
    const read = readRecoveryCode(code);
    if (read === null) throw refusal('recoveryCodeMistyped');
    for (const lock of locks) {
      const root = await unlockKey(lock, read);
      if (root) {
        await this.attempts.note('recovery', true);
        return { root, lock };
      }
    }
    await this.attempts.note('recovery', false);
    throw refusal('wrongRecoveryCode');
  }

  private async rootBehind(keys: KeyFile, accountId: string, password: string): Promise<Buffer> {
    await this.attempts.refuseTooEarly(accountId);
    const account = keys.accounts.find(({ id }) => id === accountId);
    if (!account) throw refusal('noPassword');
    const root = await unlockForAccount(account, password, this.system);
    const seconds = await this.attempts.note(accountId, root !== null);
    if (!root) throw refusal('wrongPassword', { seconds });
    return root;
  }

  private fileOf(
    root: Buffer,
    recovery: KeyLock,
    passphrase: KeyLock | null,
    accounts: KeyFile['accounts'],
  ): KeyFile {
    return {
      format: 1,
      keyId: keyIdOf(root),
      backupPublicKey: backupPublicKey(root).toString('base64'),
      recovery,
      passphrase,
      accounts,
    };
  }

  private async mustRead(): Promise<KeyFile> {
    const reading = await this.read();
    if (reading.kind !== 'ready') throw refusal('keysMissing');
    return reading.keys;
  }

  private change(session: string, next: (keys: KeyFile, root: Buffer) => Promise<KeyFile>): Promise<void> {
    return this.turns.take(async () => {
      if (!this.sessions.has(session)) throw refusal('notSignedIn');
      await writeKeyFile(this.path, await next(await this.mustRead(), this.rootKey));
    });
  }

  private open(root: Buffer, accountId: string): Opened {
    this.root = root;
    const session = randomUUID();
    this.sessions.set(session, accountId);
    return this.describe(root, session, accountId);
  }

  private describe(root: Buffer, session: string, accountId: string): Opened {
    return { session, accountId, keyId: keyIdOf(root), key: new Uint8Array(personalDataKey(root)) };
  }
}
