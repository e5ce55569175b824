import type { PrintedBlock } from '../../../../shared/contract/printed-document.ts';
import { black, type Color, grey, millimetre } from '../ink/ink.ts';
import type { InkDocument } from '../ink/ink-document.ts';
import { margin, type PageFlow, wrapped } from '../ink/page-flow.ts';

const ruleColor: Color = [0.6, 0.6, 0.62];

/** Ruled lines to write on by hand. */
export function setLines(page: PageFlow, count: number): void {
  const height = 8.5 * millimetre;
  for (let line = 0; line < count; line += 1) {
    page.makeRoom(height);
    page.y += height;
    page.ink.line(margin, page.y, margin + page.width, page.y, 0.5, ruleColor);
  }
  page.y += 8;
}

const slipColumns = 3;
const slipHeight = 32 * millimetre;

/** Slips in a grid to be cut along, each with one code. */
export function setSlips(
  page: PageFlow,
  { regular, bold }: InkDocument,
  { title, subtitle, note, codes }: Extract<PrintedBlock, { kind: 'slips' }>,
): void {
  const width = page.width / slipColumns;
  const textWidth = width - 6 * millimetre;
  const firstLine = (text: string, size: number) => wrapped(regular, text, size, textWidth)[0] ?? '';
  for (const [index, code] of codes.entries()) {
    const column = index % slipColumns;
    if (column === 0) {
      if (index > 0) page.y += slipHeight;
      page.makeRoom(slipHeight);
    }
    const [left, top] = [margin + column * width, page.y];
    const centre = left + width / 2;
    page.ink.rectangle(left, top, width, slipHeight, 0.4, ruleColor);
    page.ink.textCentred(centre, top + 18, firstLine(title, 10), { font: bold, size: 10 });
    page.ink.textCentred(centre, top + 32, firstLine(subtitle, 8.5), {
      font: regular,
      size: 8.5,
      color: grey,
    });
    page.ink.textCentred(centre, top + 60, code, { font: bold, size: 20 });
    page.ink.textCentred(centre, top + 80, firstLine(note, 8.5), { font: regular, size: 8.5, color: grey });
  }
  page.y += slipHeight + 8;
}

/** From the least to the most, told apart in print without colour too: each is darker or lighter than its neighbours. */
const shades: readonly Color[] = [
  [0.72, 0.22, 0.08],
  [0.95, 0.68, 0.5],
  [0.86, 0.87, 0.9],
  [0.55, 0.68, 0.92],
  [0.19, 0.31, 0.68],
];
const white: Color = [1, 1, 1];

function shadeOf(at: number, count: number): Color {
  const place = count === 1 ? shades.length - 1 : Math.round((at * (shades.length - 1)) / (count - 1));
  return shades[place] ?? grey;
}

function isDark([red, green, blue]: Color): boolean {
  return red * 0.3 + green * 0.59 + blue * 0.11 < 0.5;
}

const barHeight = 15;
const barText = 8.5;

/** How often each value was given, a bar a row, with its figures at the right and what the shades mean on top. */
export function setBars(
  page: PageFlow,
  { regular }: InkDocument,
  { legend, rows }: Extract<PrintedBlock, { kind: 'bars' }>,
): void {
  const [labelWidth, figuresWidth] = [page.width * 0.32, page.width * 0.26];
  const width = page.width - labelWidth - figuresWidth - 12;
  page.makeRoom(60);
  page.y += 6;
  let x = margin;
  for (const [at, text] of legend.entries()) {
    page.ink.fill(x, page.y, 9, 9, shadeOf(at, legend.length));
    page.ink.text(x + 12, page.y + 8, text, { font: regular, size: barText });
    x += 24 + regular.widthOf(text, barText);
  }
  page.y += 18;
  for (const { label, parts, figures } of rows) {
    const labels = wrapped(regular, label, 9.5, labelWidth - 6);
    const notes = wrapped(regular, figures, barText, figuresWidth);
    const height = Math.max(barHeight, labels.length * 13, notes.length * 12) + 6;
    page.makeRoom(height);
    for (const [at, line] of labels.entries()) {
      page.ink.text(margin, page.y + 11 + at * 13, line, { font: regular, size: 9.5 });
    }
    const total = parts.reduce((sum, part) => sum + part, 0);
    let left = margin + labelWidth;
    for (const [at, part] of parts.entries()) {
      const share = total === 0 ? 0 : (part / total) * width;
      const shade = shadeOf(at, parts.length);
      if (share > 0) page.ink.fill(left, page.y, share, barHeight, shade);
      const count = String(part);
      if (share > regular.widthOf(count, barText) + 4) {
        const color = isDark(shade) ? white : black;
        page.ink.textCentred(left + share / 2, page.y + 11, count, { font: regular, size: barText, color });
      }
      left += share;
    }
    for (const [at, line] of notes.entries()) {
      const place = margin + page.width - figuresWidth;
      page.ink.text(place, page.y + 11 + at * 12, line, { font: regular, size: barText });
    }
    page.y += height;
  }
  page.y += 6;
}
