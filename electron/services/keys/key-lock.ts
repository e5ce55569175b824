import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import type { KeyLock } from '../../../shared/domain/base/account.ts';

/** scrypt's N: 32 MB and about a tenth of a second a guess. */
const defaultCost = 2 ** 15;
const blockSize = 8;
const tagBytes = 16;

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
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', await derive(secret, salt, defaultCost), nonce);
  const wrapped = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return {
    salt: salt.toString('base64'),
    cost: defaultCost,
    nonce: nonce.toString('base64'),
    wrapped: wrapped.toString('base64'),
  };
}

/** The key, or null where the secret is not the one it was locked with. */
export async function unlockKey(lock: KeyLock, secret: string): Promise<Buffer | null> {
  const derived = await derive(secret, Buffer.from(lock.salt, 'base64'), lock.cost);
  const wrapped = Buffer.from(lock.wrapped, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', derived, Buffer.from(lock.nonce, 'base64'), {
      authTagLength: tagBytes,
    });
    decipher.setAuthTag(wrapped.subarray(-tagBytes));
    return Buffer.concat([decipher.update(wrapped.subarray(0, -tagBytes)), decipher.final()]);
  } catch {
    return null;
  }
}
