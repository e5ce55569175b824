import { a4Portrait, grey, Ink, millimetre } from '../ink/ink.ts';
import type { InkDocument } from '../ink/ink-document.ts';
import { margin, wrapped } from '../ink/page-flow.ts';
import type { VolumeWork } from './volume-work.ts';

const frame = 14 * millimetre;

/** The cover: whose archive, of what, under which number. */
export function drawCover(
  document: InkDocument,
  { request }: Pick<VolumeWork, 'request'>,
  pages: number,
): Ink {
  const { regular, bold } = document;
  const { width, height } = a4Portrait;
  const ink = new Ink();
  ink.rectangle(frame, frame, width - 2 * frame, height - 2 * frame, 1.2);
  ink.rectangle(frame + 4, frame + 4, width - 2 * frame - 8, height - 2 * frame - 8, 0.4);
  ink.text(frame + 20, frame + 34, `案卷号：${request.number}`, { font: regular, size: 12 });
  let y = height * 0.2;
  const kind = request.kind === 'supplement' ? '教学档案　补卷' : '教学档案';
  ink.textCentred(width / 2, y, kind, { font: bold, size: 34, spacing: 6 });
  y += 60;
  for (const line of wrapped(bold, request.classTitle, 20, width - 4 * frame)) {
    ink.textCentred(width / 2, y, line, { font: bold, size: 20 });
    y += 32;
  }
  y = Math.max(y + 24, height * 0.42);
  const facts = [...request.facts, { label: '页数', text: `${pages} 页` }];
  const [left, right] = [margin + 22 * millimetre, width - margin - 18 * millimetre];
  const valueAt = left + 34 * millimetre;
  for (const { label, text } of facts) {
    ink.text(left, y, label, { font: regular, size: 12, color: grey });
    for (const line of wrapped(regular, text === '' ? '—' : text, 12, right - valueAt)) {
      ink.text(valueAt, y, line, { font: regular, size: 12 });
      y += 20;
    }
    ink.line(valueAt, y - 14, right, y - 14, 0.3, grey);
    y += 5;
  }
  ink.textCentred(width / 2, height - frame - 40, request.baseName, { font: bold, size: 16 });
  return ink;
}
