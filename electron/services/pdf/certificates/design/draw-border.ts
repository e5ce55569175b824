import type { ElementOf } from '../../../../../shared/domain/certificates/certificate-design.ts';
import type { Color, Ink } from '../../ink/ink.ts';
import type { TextBox } from './set-text.ts';

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

/** A frame around the paper: one line, two, or two with corners. */
export function drawBorder(
  ink: Ink,
  { style, stroke }: ElementOf<'border'>,
  box: TextBox,
  color: Color,
  accent: Color,
): void {
  const { x, y, width, height } = box;
  ink.rectangle(x, y, width, height, stroke, color);
  if (style === 'single') return;
  const gap = 10;
  ink.rectangle(x + gap, y + gap, width - 2 * gap, height - 2 * gap, Math.max(0.4, stroke * 0.3), accent);
  if (style === 'double') return;
  const inset = gap + 7;
  const [left, top, right, bottom] = [x + inset, y + inset, x + width - inset, y + height - inset];
  corner(ink, left, top, 1, 1, accent);
  corner(ink, right, top, -1, 1, accent);
  corner(ink, left, bottom, 1, -1, accent);
  corner(ink, right, bottom, -1, -1, accent);
}
