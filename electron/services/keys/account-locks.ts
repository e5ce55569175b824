import type { KeyLock } from '../../../shared/domain/base/account.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import type { KeyFile } from './key-file.ts';
import { lockKey, unlockKey } from './key-lock.ts';

/** The system's own keyring, where the host has one; both reject where it can't. */
export interface SystemKeyring {
  seal(bytes: Buffer): Promise<Buffer>;
  open(bytes: Buffer): Promise<Buffer>;
}

export interface Person {
  id: string;
  name: string;
}

type AccountLock = KeyFile['accounts'][number];

/** Puts the root key behind somebody's password, and that into the system's keyring where there is one. */
export async function lockForAccount(
  root: Buffer,
  { id, name }: Person,
  password: string,
  system: SystemKeyring | null,
): Promise<AccountLock> {
  const lock = await lockKey(root, password);
  const sealed = await system?.seal(Buffer.from(lock.wrapped, 'base64')).catch(() => null);
  if (!sealed) return { id, name, lock, inKeyring: false };
  return { id, name, lock: { ...lock, wrapped: sealed.toString('base64') }, inKeyring: true };
}

async function openSystemSeal(lock: KeyLock, system: SystemKeyring | null): Promise<KeyLock> {
  try {
    if (!system) throw new Error('no keyring');
    const wrapped = await system.open(Buffer.from(lock.wrapped, 'base64'));
    return { ...lock, wrapped: wrapped.toString('base64') };
  } catch {
    throw refusal('keyringLost');
  }
}

/** The root key, or null where the password is wrong. @throws Refusal keyringLost */
export async function unlockForAccount(
  { lock, inKeyring }: AccountLock,
  password: string,
  system: SystemKeyring | null,
): Promise<Buffer | null> {
  return unlockKey(inKeyring ? await openSystemSeal(lock, system) : lock, password);
}
