import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

export const rootKeyBytes = 32;

export function newRootKey(): Buffer {
  return randomBytes(rootKeyBytes);
}

function derive(root: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), `继续教育基地/${purpose}`, 32));
}

/** The key of personal data: all the page ever gets. */
export function personalDataKey(root: Buffer): Buffer {
  return derive(root, 'personal-data');
}

/** The key that scanned proofs are sealed with; it never leaves the host. */
export function proofKey(root: Buffer): Buffer {
  return derive(root, 'proofs');
}

/** The key that attachments and volumes are sealed with; it never leaves the host. */
export function attachmentKey(root: Buffer): Buffer {
  return derive(root, 'attachments');
}

/** The key that ballot boxes are sealed with; it never leaves the host. */
export function surveyKey(root: Buffer): Buffer {
  return derive(root, 'surveys');
}

/** What an Ed25519 key of the base is made of; another each generation. */
export function signingSeed(root: Buffer, generation: number): Buffer {
  return derive(root, `signing/${generation}`);
}

/** Which key this is, told apart without giving anything away. */
export function keyIdOf(root: Buffer): string {
  return derive(root, 'key-id').toString('hex').slice(0, 16);
}

/** PKCS #8 of an X25519 private key is this, then its 32 bytes (RFC 8410). */
const x25519Prefix = Buffer.from('302e020100300506032b656e04220420', 'hex');
const x25519PublicPrefix = Buffer.from('302a300506032b656e032100', 'hex');

function privateKeyOf(seed: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([x25519Prefix, seed]), format: 'der', type: 'pkcs8' });
}

function rawPublicKey(key: KeyObject): Buffer {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
}

function agree(own: KeyObject, other: Buffer, salt: Buffer): Buffer {
  const publicKey = createPublicKey({
    key: Buffer.concat([x25519PublicPrefix, other]),
    format: 'der',
    type: 'spki',
  });
  const secret = diffieHellman({ privateKey: own, publicKey });
  return Buffer.from(hkdfSync('sha256', secret, salt, '继续教育基地/backup', 32));
}

/** What backups are locked to: with it anyone can make one, and only the root key opens it. */
export function backupPublicKey(root: Buffer): Buffer {
  return rawPublicKey(privateKeyOf(derive(root, 'backup')));
}

/** A fresh content key for one backup; `ephemeral` is kept beside it, so that the root key finds it again. */
export function newContentKey(publicKey: Buffer): { contentKey: Buffer; ephemeral: Buffer } {
  const own = privateKeyOf(randomBytes(32));
  const ephemeral = rawPublicKey(own);
  return { contentKey: agree(own, publicKey, ephemeral), ephemeral };
}

/** The content key of a backup, by the ephemeral key kept beside it. */
export function contentKeyOf(root: Buffer, ephemeral: Buffer): Buffer {
  return agree(privateKeyOf(derive(root, 'backup')), ephemeral, ephemeral);
}
