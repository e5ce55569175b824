import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { keyIdBytes } from '../../../shared/exchange/proof/claim.ts';
import { signingSeed } from '../keys/derived-keys.ts';
import type { Keyring } from '../keys/keyring.ts';

/** PKCS #8 of an Ed25519 private key is this, then its 32 bytes (RFC 8410). */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

export interface PublicKey {
  generation: number;
  /** Of the first bytes of its SHA-256. */
  id: Buffer;
  publicKey: Buffer;
}

export interface Signer extends PublicKey {
  /** The same message always has the same signature. */
  sign(message: Uint8Array): Buffer;
}

/** The signer of a generation from its 32 bytes. */
export function signerFrom(generation: number, seed: Uint8Array): Signer {
  const key: KeyObject = createPrivateKey({
    key: Buffer.concat([pkcs8Prefix, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const publicKey = spki.subarray(-32);
  const id = createHash('sha256').update(publicKey).digest().subarray(0, keyIdBytes);
  return { generation, id, publicKey, sign: (message) => sign(null, message, key) };
}

/**
 * The base's Ed25519 keys, one a generation. They follow from the root key, so they are backed up with it:
 * recovery sheet and data bring them back, and what an older one signed stays as it was.
 */
export class SigningKeys {
  constructor(private readonly keyring: Pick<Keyring, 'rootKey'>) {}

  /** What a generation's key is made from; for the thread that signs many. @throws Refusal keysLocked */
  seed(generation: number): Buffer {
    return signingSeed(this.keyring.rootKey, generation);
  }

  /** @throws Refusal keysLocked */
  publicKey(generation: number): PublicKey {
    const { id, publicKey } = this.signer(generation);
    return { generation, id, publicKey };
  }

  /** One signer for many messages. @throws Refusal keysLocked */
  signer(generation: number): Signer {
    return signerFrom(generation, this.seed(generation));
  }
}
