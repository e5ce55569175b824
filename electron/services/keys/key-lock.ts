import { randomBytes, scrypt } from 'node:crypto';
import type { KeyLock } from '../../../shared/domain/base/account.ts';
import { openWith, sealWith } from './seal.ts';

/** scrypt's N: 32 MB and about a tenth of a second a guess. */
const defaultCost = 2 ** 15;
const blockSize = 8;
const about = Buffer.from('key-lock');

function derive(secret: string, salt: Buffer, cost: number): Promise<Buffer> {
  const options = { N: cost, r: blockSize, p: 1, maxmem: 256 * cost * blockSize };
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFKC'), salt, 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** Puts a key behind a password or a code. */
export async function lockKey(key: Buffer, secret: string): Promise<KeyLock> {
  const salt = randomBytes(16);
  const wrapped = sealWith(await derive(secret, salt, defaultCost), key, about);
  return { salt: salt.toString('base64'), cost: defaultCost, wrapped: wrapped.toString('base64') };
}

/** The key, or null where the secret is not the one it was locked with. */
export async function unlockKey(lock: KeyLock, secret: string): Promise<Buffer | null> {
  const derived = await derive(secret, Buffer.from(lock.salt, 'base64'), lock.cost);
  try {
    return openWith(derived, Buffer.from(lock.wrapped, 'base64'), about);
  } catch {
    return null;
  }
}
