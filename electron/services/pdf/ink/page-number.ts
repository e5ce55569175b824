import { degrees, type PDFFont, type PDFPage, rgb } from '@cantoo/pdf-lib';
import { millimetre } from './ink.ts';

const size = 11;
const fromEdge = 8 * millimetre;

/**
 * Prints a number into the upper right corner of a page as it is seen, whatever its turn and crop.
 * A white ground keeps it readable on a dark scan.
 */
export function printPageNumber(page: PDFPage, number: number, font: PDFFont): void {
  const text = String(number);
  const box = page.getCropBox();
  const turn = ((page.getRotation().angle % 360) + 360) % 360;
  const isAcross = turn === 90 || turn === 270;
  const [seenWidth, seenHeight] = isAcross ? [box.height, box.width] : [box.width, box.height];
  const width = font.widthOfTextAtSize(text, size);
  const place = (right: number, up: number): { x: number; y: number } => {
    if (turn === 90) return { x: box.x + box.width - up, y: box.y + right };
    if (turn === 180) return { x: box.x + box.width - right, y: box.y + box.height - up };
    if (turn === 270) return { x: box.x + up, y: box.y + box.height - right };
    return { x: box.x + right, y: box.y + up };
  };
  const right = seenWidth - fromEdge - width;
  const up = seenHeight - fromEdge - size * 0.7;
  const rotate = degrees(turn);
  page.drawRectangle({
    ...place(right - 3, up - 3),
    width: width + 6,
    height: size + 3,
    rotate,
    color: rgb(1, 1, 1),
  });
  page.drawText(text, { ...place(right, up), size, font, rotate, color: rgb(0.13, 0.13, 0.15) });
}
