import type { PrintedBlock } from '../../../../shared/contract/printed-document.ts';
import { grey, millimetre } from '../ink/ink.ts';
import type { InkDocument } from '../ink/ink-document.ts';
import { margin, type PageFlow, wrapped } from '../ink/page-flow.ts';

const width = 140 * millimetre;
const padding = 6 * millimetre;
const lineHeight = 17;

/** Sets a label for a box in a frame to be cut along. */
export function setLabel(
  page: PageFlow,
  { regular, bold }: InkDocument,
  { title, number, lines }: Extract<PrintedBlock, { kind: 'label' }>,
): void {
  const body = lines.flatMap((line) => wrapped(regular, line, 11, width - 2 * padding));
  const height = 74 + body.length * lineHeight + padding;
  page.makeRoom(height + 14);
  const { ink, y: top } = page;
  ink.rectangle(margin, top, width, height, 0.8);
  ink.text(margin + padding, top + 24, title, { font: regular, size: 11, color: grey });
  ink.text(margin + padding, top + 52, number, { font: bold, size: 22 });
  ink.line(margin + padding, top + 62, margin + width - padding, top + 62, 0.5, grey);
  for (const [index, line] of body.entries()) {
    ink.text(margin + padding, top + 80 + index * lineHeight, line, { font: regular, size: 11 });
  }
  page.y = top + height + 14;
}
