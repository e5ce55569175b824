import encodeQR from 'qr';
import { black, type Ink } from './ink.ts';

/** Light modules that a reader needs around the code. */
const quietZone = 4;

/** Draws a text of base 45 as a QR code within a square, its quiet zone included; in points. */
export function drawQrCode(ink: Ink, text: string, x: number, y: number, size: number): void {
  // One mask for all: trying eight takes most of the time, and any reader reads any.
  const modules = encodeQR(text, 'raw', {
    ecc: 'medium',
    encoding: 'alphanumeric',
    mask: 2,
    border: quietZone,
  });
  const module = size / modules.length;
  for (const [row, dark] of modules.entries()) {
    let from = -1;
    for (let column = 0; column <= dark.length; column += 1) {
      if (dark[column] && from < 0) from = column;
      if (!dark[column] && from >= 0) {
        // Neighbours overlap by a hair, so that no white line shows between rows.
        ink.fill(x + from * module, y + row * module, (column - from) * module, module * 1.02, black);
        from = -1;
      }
    }
  }
}
