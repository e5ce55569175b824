import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals a content with a key of 32 bytes (AES-256-GCM), bound to `about`: nonce, sealed content, tag. All that the
 * host seals is sealed so; the page's vault and the survey form, which have no Node, keep to the same order.
 */
export function sealWith(key: Buffer, content: Uint8Array, about: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(about);
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what was sealed so. @throws Error where key, content or `about` is another */
export function openWith(key: Buffer, sealed: Buffer, about: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(about);
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
}
