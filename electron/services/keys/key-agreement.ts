import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/** PKCS #8 and SPKI of an X25519 key are these, then its 32 bytes (RFC 8410). */
const privatePrefix = Buffer.from('302e020100300506032b656e04220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b656e032100', 'hex');

function privateKeyOf(seed: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' });
}

function rawPublicKey(key: KeyObject): Buffer {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
}

function agree(own: KeyObject, other: Buffer, salt: Buffer, purpose: string): Buffer {
  const publicKey = createPublicKey({
    key: Buffer.concat([publicPrefix, other]),
    format: 'der',
    type: 'spki',
  });
  const secret = diffieHellman({ privateKey: own, publicKey });
  return Buffer.from(hkdfSync('sha256', secret, salt, `继续教育基地/${purpose}`, 32));
}

/** The X25519 public key of 32 bytes that are kept secret. */
export function agreementPublicKey(seed: Buffer): Buffer {
  return rawPublicKey(privateKeyOf(seed));
}

/**
 * A fresh key for one file, which whoever holds the secret of a public key finds again by `ephemeral`.
 * @throws Error where the public key is none that keys can be agreed on with
 */
export function newContentKeyFor(
  publicKey: Buffer,
  purpose: string,
): { contentKey: Buffer; ephemeral: Buffer } {
  const own = privateKeyOf(randomBytes(32));
  const ephemeral = rawPublicKey(own);
  return { contentKey: agree(own, publicKey, ephemeral, purpose), ephemeral };
}

/** The key of one file again, by what was kept beside it. */
export function contentKeyBy(seed: Buffer, ephemeral: Buffer, purpose: string): Buffer {
  return agree(privateKeyOf(seed), ephemeral, ephemeral, purpose);
}
