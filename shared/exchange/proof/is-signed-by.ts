import { hashes, verify } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import { bytesOfHex } from '../../domain/base/hex.ts';
import type { IsSignedBy } from '../submission/signed-file.ts';
import type { VerifySignature } from './verdict.ts';

// Not WebCrypto's: browsers older than 2025 lack Ed25519, and a page without https has none at all.
hashes.sha512 = sha512;

/** Checks an Ed25519 signature; what is no key or no signature is not signed. */
export const verifySignature: VerifySignature = (signature, message, publicKey) => {
  try {
    return verify(signature, message, publicKey);
  } catch {
    return false;
  }
};

function base64Of(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

/** The same for keys in hexadecimal digits and signatures in Base64, which has one way to write each. */
export const isSignedBy: IsSignedBy = (publicKey, message, signature) => {
  const bytes = fromBase64(signature);
  return (
    bytes !== null && base64Of(bytes) === signature && verifySignature(bytes, message, bytesOfHex(publicKey))
  );
};
