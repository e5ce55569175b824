import { z } from 'zod';

/** 32 bytes as hexadecimal digits: a SHA-256, or a key. */
export const hex32Bytes = z.string().regex(/^[0-9a-f]{64}$/);

/** Bytes as hexadecimal digits, two each. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes that hexadecimal digits stand for. */
export function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
