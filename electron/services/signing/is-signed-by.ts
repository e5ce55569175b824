import { createPublicKey, verify } from 'node:crypto';

/** SPKI of an Ed25519 key is this, then its 32 bytes (RFC 8410). */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * Whether a message bears the Ed25519 signature of a key, written in the one way that Base64 has for it.
 * @param publicKey 64 hexadecimal digits
 */
export function isSignedBy(publicKey: string, message: Uint8Array, signatureBase64: string): boolean {
  const signature = Buffer.from(signatureBase64, 'base64');
  if (signature.toString('base64') !== signatureBase64) return false;
  const key = createPublicKey({
    key: Buffer.concat([spkiPrefix, Buffer.from(publicKey, 'hex')]),
    format: 'der',
    type: 'spki',
  });
  return verify(null, message, key, signature);
}
