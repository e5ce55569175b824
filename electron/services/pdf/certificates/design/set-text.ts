import type { ElementOf } from '../../../../../shared/domain/certificates/certificate-design.ts';
import {
  type MarkedText,
  paragraphsOf,
} from '../../../../../shared/domain/certificates/certificate-field.ts';
import { type FlowedLine, flow, type Segment } from '../../ink/flow.ts';
import type { Color, Ink } from '../../ink/ink.ts';
import type { InkDocument } from '../../ink/ink-document.ts';

const larger = 1.35;
const step = 0.5;
/** Of the size. */
const widestGap = 0.3;

export interface TextBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Characters by the font that has them: the design's own first, then the fallbacks. */
function segmentsOf(
  document: InkDocument,
  parts: readonly MarkedText[],
  element: ElementOf<'text'>,
  size: number,
): Segment[] {
  return parts.flatMap((part) => {
    const bold = element.bold || part.bold;
    const own = part.larger ? size * larger : size;
    const segments: Segment[] = [];
    for (const character of part.text) {
      const font = document.fontFor(character, bold);
      const last = segments.at(-1);
      if (last?.font === font) last.text += character;
      else segments.push({ text: character, font, size: own });
    }
    return segments;
  });
}

interface Paragraph {
  lines: FlowedLine[];
}

function widthOf(line: FlowedLine, spacing: number): number {
  return line.reduce(
    (sum, { text, font, size }) => sum + font.widthOf(text, size) + spacing * [...text].length,
    line[0]?.x ?? 0,
  );
}

function paragraphsAt(
  document: InkDocument,
  marked: readonly MarkedText[],
  element: ElementOf<'text'>,
  size: number,
  width: number,
): Paragraph[] {
  const room = width - 0.01;
  return paragraphsOf(marked).map((line) => {
    const segments = segmentsOf(document, line, element, size);
    const characters = line.reduce((sum, { text }) => sum + [...text].length, 0);
    // Spacing is added where it is drawn; lines are broken as if each character were wider by it.
    const widest = element.spacing === 0 ? room : room - element.spacing * Math.max(0, characters - 1);
    return { lines: flow(segments, Math.max(widest, size), element.indent * size, widestGap * size) };
  });
}

interface Setting {
  size: number;
  paragraphs: Paragraph[];
}

function heightOf({ size, paragraphs }: Setting, leading: number): number {
  const lines = paragraphs.reduce((sum, { lines: own }) => sum + Math.max(1, own.length), 0);
  return size * leading * (lines - 1) + size * larger;
}

/** The largest size from `size` down to `least` at which a text fits its box; null where none does. */
function fittingSetting(
  document: InkDocument,
  marked: readonly MarkedText[],
  element: ElementOf<'text'>,
  box: TextBox,
): Setting | null {
  for (let size = element.size; size >= Math.min(element.size, element.least) - 1e-6; size -= step) {
    const setting = { size, paragraphs: paragraphsAt(document, marked, element, size, box.width) };
    const isNarrow = setting.paragraphs.every(({ lines }) =>
      lines.every((line) => widthOf(line, element.spacing) <= box.width + 0.5),
    );
    if (isNarrow && heightOf(setting, element.leading) <= box.height + size * 0.4) return setting;
  }
  return null;
}

function shiftOf(line: FlowedLine, isLast: boolean, element: ElementOf<'text'>, width: number): number {
  const room = width - widthOf(line, element.spacing);
  if (element.align === 'center') return room / 2;
  return element.align === 'right' && (isLast || room > 0) ? room : 0;
}

/** Draws a text in its box. @returns false where it does not fit, and nothing is drawn */
export function drawText(
  document: InkDocument,
  ink: Ink,
  marked: readonly MarkedText[],
  element: ElementOf<'text'>,
  box: TextBox,
  color: Color,
): boolean {
  if (marked.every(({ text }) => text.trim() === '')) return true;
  const setting = fittingSetting(document, marked, element, box);
  if (!setting) return false;
  const leading = setting.size * element.leading;
  const free = box.height - heightOf(setting, element.leading);
  const top = element.valign === 'top' ? 0 : element.valign === 'middle' ? free / 2 : free;
  let y = box.y + Math.max(0, top) + setting.size * (larger - 0.25);
  for (const { lines } of setting.paragraphs) {
    for (const [index, line] of lines.entries()) {
      const isJustified = element.align === 'justify';
      let x =
        box.x +
        (isJustified ? 0 : shiftOf(line, index === lines.length - 1, element, box.width) + (line[0]?.x ?? 0));
      for (const run of line) {
        const spacing = element.spacing + (isJustified ? run.spacing : 0);
        const at = isJustified ? box.x + run.x : x;
        ink.text(at, y, run.text, { font: run.font, size: run.size, color, spacing });
        x += run.font.widthOf(run.text, run.size) + spacing * [...run.text].length;
      }
      y += leading;
    }
    if (lines.length === 0) y += leading;
  }
  return true;
}
