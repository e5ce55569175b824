import type { ElementOf } from '../../../../../shared/domain/certificates/certificate-design.ts';
import type { Color, Ink } from '../../ink/ink.ts';
import { drawCorners } from '../corners.ts';
import type { TextBox } from './set-text.ts';

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
  const corners = { left: x + inset, top: y + inset, right: x + width - inset, bottom: y + height - inset };
  drawCorners(ink, corners, accent);
}
