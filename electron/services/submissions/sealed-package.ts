import { refusal } from '../../../shared/refusals/index.ts';
import { contentKeyBy, newContentKeyFor } from '../keys/key-agreement.ts';
import { openWith, sealWith } from '../keys/seal.ts';

/** A sealed package begins so, then come 32 bytes of an X25519 key, then the package sealed by AES-256-GCM. */
const magic = Buffer.from('jidi-sealed-submission-1\n');
const purpose = 'sealed-submission';
const headBytes = magic.length + 32;

export function isSealedPackage(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, magic.length)).equals(magic);
}

/**
 * Locks a package so that only the authority opens it.
 * @param sealingKey 64 hexadecimal digits, from the authority's card
 */
export function sealPackage(zip: Uint8Array, sealingKey: string): Buffer {
  const { contentKey, ephemeral } = newContentKeyFor(Buffer.from(sealingKey, 'hex'), purpose);
  const head = Buffer.concat([magic, ephemeral]);
  return Buffer.concat([head, sealWith(contentKey, zip, head)]);
}

/** @param secret of the authority's sealing key @throws Refusal submissionUnreadable */
export function unsealPackage(name: string, bytes: Uint8Array, secret: Buffer): Buffer {
  const sealed = Buffer.from(bytes);
  try {
    const head = sealed.subarray(0, headBytes);
    const contentKey = contentKeyBy(secret, head.subarray(magic.length), purpose);
    return openWith(contentKey, sealed.subarray(headBytes), head);
  } catch {
    throw refusal('submissionUnreadable', { name, reason: '不是加密给本部门的，或被改动过' });
  }
}
