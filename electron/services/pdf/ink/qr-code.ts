import encodeQR from 'qr';
import type { Ink } from './ink.ts';

/** A QR code as rows of bits, quiet zone included. */
export interface QrPattern {
  /** Modules a side. */
  side: number;
  /** Row by row, each filled up to whole bytes. */
  hex: string;
}

/** Light modules that a reader needs around the code. */
const quietZone = 4;
const hexDigits = '0123456789abcdef';

function hexOf(bits: readonly boolean[]): string {
  let hex = '';
  for (let at = 0; at < Math.ceil(bits.length / 8) * 8; at += 4) {
    const digit =
      (bits[at] ? 8 : 0) | (bits[at + 1] ? 4 : 0) | (bits[at + 2] ? 2 : 0) | (bits[at + 3] ? 1 : 0);
    hex += hexDigits[digit];
  }
  return hex;
}

/** The QR code of a text of base 45. */
export function qrPattern(text: string): QrPattern {
  // One mask for all: trying eight takes most of the time, and any reader reads any.
  const rows = encodeQR(text, 'raw', {
    ecc: 'medium',
    encoding: 'alphanumeric',
    mask: 2,
    border: quietZone,
  });
  return { side: rows.length, hex: rows.map(hexOf).join('') };
}

/** Draws a QR code within a square; in points. */
export function drawQrCode(ink: Ink, pattern: QrPattern, x: number, y: number, size: number): void {
  ink.pattern(pattern.side, pattern.hex, x, y, size);
}
