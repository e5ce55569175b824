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

/**
 * The base's Ed25519 keys, one a generation. They follow from the root key, so they are backed up with it:
 * recovery sheet and data bring them back, and what an older one signed stays as it was.
 */
export class SigningKeys {
  constructor(private readonly keyring: Pick<Keyring, 'rootKey'>) {}

  private privateKey(generation: number): KeyObject {
    const seed = signingSeed(this.keyring.rootKey, generation);
    return createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' });
  }

  /** @throws Refusal keysLocked */
  publicKey(generation: number): PublicKey {
    const spki = createPublicKey(this.privateKey(generation)).export({ format: 'der', type: 'spki' });
    const publicKey = spki.subarray(-32);
    const id = createHash('sha256').update(publicKey).digest().subarray(0, keyIdBytes);
    return { generation, id, publicKey };
  }

  /** One signer for many messages: the same message always has the same signature. @throws Refusal keysLocked */
  signer(generation: number): PublicKey & { sign(message: Uint8Array): Buffer } {
    const key = this.privateKey(generation);
    return { ...this.publicKey(generation), sign: (message) => sign(null, message, key) };
  }
}
