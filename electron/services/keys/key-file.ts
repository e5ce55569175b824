import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { keyLock } from '../../../shared/domain/base/account.ts';
import { moveFile, replaceFile } from '../disk/files.ts';
import { readIfThere } from '../disk/read.ts';

const accountLock = z.object({
  id: z.uuid(),
  name: z.string(),
  lock: keyLock,
  /** Whether the system's keyring has sealed the lock as well. */
  inKeyring: z.boolean(),
});

/** The base's key as it lies on the disk: once behind each password, once behind the recovery code. */
const keyFile = z.object({
  format: z.literal(1),
  keyId: z.string(),
  backupPublicKey: z.base64(),
  recovery: keyLock,
  /** A passphrase of the base's own choice that opens its backups. */
  passphrase: keyLock.nullable(),
  accounts: z.array(accountLock),
});
export type KeyFile = z.infer<typeof keyFile>;

export type KeyFileReading = { kind: 'none' } | { kind: 'damaged' } | { kind: 'ready'; keys: KeyFile };

/** @throws Refusal diskUnreadable: a file that can't be read now may be whole */
export async function readKeyFile(path: string): Promise<KeyFileReading> {
  const bytes = await readIfThere(path);
  if (bytes === null) return { kind: 'none' };
  try {
    return { kind: 'ready', keys: keyFile.parse(JSON.parse(bytes.toString('utf8'))) };
  } catch {
    return { kind: 'damaged' };
  }
}

/** Keeps a damaged key file beside the one that takes its place. @throws Refusal diskFailure */
export function setAsideDamaged(path: string): Promise<void> {
  return moveFile(path, `${path}.damaged-${randomUUID()}`);
}

/** @throws Refusal diskFailure */
export function writeKeyFile(path: string, keys: KeyFile): Promise<void> {
  return replaceFile(path, JSON.stringify(keys, null, 2));
}
