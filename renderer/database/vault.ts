import { gcm } from '@noble/ciphers/aes.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { SealedText } from '../../shared/domain/people/sealed-text.ts';
import { refusal } from '../../shared/refusals/index.ts';

const nonceBytes = 12;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function deriveKey(key: Uint8Array, purpose: string): Uint8Array {
  return hkdf(sha256, key, undefined, encoder.encode(purpose), 32);
}

/**
 * Seals and opens personal data field by field (AES-256-GCM). Each text is bound to its place, so
 * that a sealed text moved elsewhere does not open. Works at once, without a promise: an await of
 * anything but the database would end the transaction it happens in.
 */
export class Vault {
  private readonly sealingKey: Uint8Array;
  private readonly indexKey: Uint8Array;

  /** @param key 32 bytes, from the host after a sign-in */
  constructor(key: Uint8Array) {
    this.sealingKey = deriveKey(key, 'field');
    this.indexKey = deriveKey(key, 'index');
  }

  /** @param place table, key and field, as `learners/…/phone` */
  seal(place: string, text: string): SealedText {
    const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
    const ciphertext = gcm(this.sealingKey, nonce, encoder.encode(place)).encrypt(encoder.encode(text));
    const sealed = new Uint8Array(nonceBytes + ciphertext.length);
    sealed.set(nonce);
    sealed.set(ciphertext, nonceBytes);
    return { sealed: toBase64(sealed), lastFour: text.slice(-4) };
  }

  /** @throws Refusal sealBroken where the text was changed, moved, or sealed with another key */
  open(place: string, { sealed }: SealedText): string {
    try {
      const bytes = fromBase64(sealed);
      const cipher = gcm(this.sealingKey, bytes.subarray(0, nonceBytes), encoder.encode(place));
      return decoder.decode(cipher.decrypt(bytes.subarray(nonceBytes)));
    } catch {
      throw refusal('sealBroken', { what: place });
    }
  }

  /** What a text is found by: keyed, since 18 digits could be guessed through a plain hash. */
  indexOf(text: string): string {
    return toBase64(hmac(sha256, this.indexKey, encoder.encode(text)).subarray(0, 16));
  }
}
