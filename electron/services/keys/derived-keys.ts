import { hkdfSync, randomBytes } from 'node:crypto';
import { agreementPublicKey, contentKeyBy, newContentKeyFor } from './key-agreement.ts';

const rootKeyBytes = 32;

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

/** What backups are locked to: with it anyone can make one, and only the root key opens it. */
export function backupPublicKey(root: Buffer): Buffer {
  return agreementPublicKey(derive(root, 'backup'));
}

/** A fresh content key for one backup; `ephemeral` is kept beside it, so that the root key finds it again. */
export function newContentKey(publicKey: Buffer): { contentKey: Buffer; ephemeral: Buffer } {
  return newContentKeyFor(publicKey, 'backup');
}

/** The content key of a backup, by the ephemeral key kept beside it. */
export function contentKeyOf(root: Buffer, ephemeral: Buffer): Buffer {
  return contentKeyBy(derive(root, 'backup'), ephemeral, 'backup');
}
