import type { Color, Ink } from '../ink/ink.ts';

function corner(ink: Ink, x: number, y: number, right: number, down: number, color: Color): void {
  for (const [inset, reach] of [
    [0, 26],
    [5, 16],
    [10, 8],
  ] as const) {
    ink.line(x + right * inset, y + down * inset, x + right * (inset + reach), y + down * inset, 1.1, color);
    ink.line(x + right * inset, y + down * inset, x + right * inset, y + down * (inset + reach), 1.1, color);
  }
}

/** The ornaments in the four corners of a frame; in points. */
export function drawCorners(
  ink: Ink,
  { left, top, right, bottom }: { left: number; top: number; right: number; bottom: number },
  color: Color,
): void {
  corner(ink, left, top, 1, 1, color);
  corner(ink, right, top, -1, 1, color);
  corner(ink, left, bottom, 1, -1, color);
  corner(ink, right, bottom, -1, -1, color);
}
