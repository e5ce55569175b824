import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { keyLock } from '../../../shared/domain/base/account.ts';
import { replaceFile } from '../disk/files.ts';

const accountLock = z.object({
  id: z.uuid(),
  name: z.string(),
  lock: keyLock,
  /** Whether the system's keyring has sealed the lock as well. */
  inKeyring: z.boolean(),
});

/** The base's key as it lies on the disk: once behind each password, once behind the recovery code. */
export const keyFile = z.object({
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

export async function readKeyFile(path: string): Promise<KeyFileReading> {
  try {
    return { kind: 'ready', keys: keyFile.parse(JSON.parse(await readFile(path, 'utf8'))) };
  } catch (thrown) {
    const isMissing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
    return { kind: isMissing ? 'none' : 'damaged' };
  }
}

/** @throws Refusal diskFailure */
export function writeKeyFile(path: string, keys: KeyFile): Promise<void> {
  return replaceFile(path, JSON.stringify(keys, null, 2));
}
