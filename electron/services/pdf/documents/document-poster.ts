import type { Color } from '../ink/ink.ts';
import type { InkDocument } from '../ink/ink-document.ts';
import { margin, type PageFlow, wrapped } from '../ink/page-flow.ts';

const white: Color = [1, 1, 1];
/** The app's accent, dark enough for white text. */
const accent: Color = [0.19, 0.31, 0.68];
const tint: Color = [0.94, 0.95, 0.99];

/** A band across the page with what it is in large letters, and of whom below. */
export function setBanner(
  page: PageFlow,
  { bold, regular }: InkDocument,
  { title, subtitle }: { title: string; subtitle: string },
): void {
  const [titleSize, subtitleSize, padding] = [26, 12, 16];
  const titleLines = wrapped(bold, title, titleSize, page.width - 2 * padding);
  const subtitleLines = wrapped(regular, subtitle, subtitleSize, page.width - 2 * padding);
  const height =
    2 * padding + titleLines.length * titleSize * 1.35 + subtitleLines.length * subtitleSize * 1.6;
  page.makeRoom(height);
  page.ink.fill(margin, page.y, page.width, height, accent);
  let y = page.y + padding;
  const centre = page.paper.width / 2;
  for (const line of titleLines) {
    page.ink.textCentred(centre, y + titleSize, line, { font: bold, size: titleSize, color: white });
    y += titleSize * 1.35;
  }
  for (const line of subtitleLines) {
    y += subtitleSize * 1.6;
    page.ink.textCentred(centre, y, line, { font: regular, size: subtitleSize, color: white });
  }
  page.y += height + 12;
}

/** A tinted box of labelled lines that one is to find at once: whom to call, where to complain. */
export function setCallout(
  page: PageFlow,
  { bold, regular }: InkDocument,
  lines: readonly { label: string; text: string }[],
): void {
  const [size, padding, leading] = [12, 10, 12 * 1.7];
  const labelWidth = Math.max(...lines.map(({ label }) => bold.widthOf(`${label}：`, size)));
  const set = lines.map(({ label, text }) => ({
    label,
    rows: wrapped(regular, text, size, page.width - 2 * padding - labelWidth),
  }));
  const height = set.reduce((sum, { rows }) => sum + rows.length, 0) * leading + 2 * padding;
  page.y += 8;
  page.makeRoom(height);
  page.ink.fill(margin, page.y, page.width, height, tint);
  page.ink.rectangle(margin, page.y, page.width, height, 0.8, accent);
  let y = page.y + padding - (leading - size) / 2;
  for (const { label, rows } of set) {
    page.ink.text(margin + padding, y + leading - 2, `${label}：`, { font: bold, size, color: accent });
    for (const row of rows) {
      y += leading;
      page.ink.text(margin + padding + labelWidth, y - 2, row, { font: regular, size });
    }
  }
  page.y += height + 8;
}
