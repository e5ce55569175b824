import type {
  PrintedBlock,
  PrintedDocument,
  PrintedTable,
} from '../../../shared/contract/printed-document.ts';
import { flow } from './flow.ts';
import {
  a4Landscape,
  a4Portrait,
  type Color,
  grey,
  Ink,
  type InkDocument,
  type InkFont,
  millimetre,
  type PaperSize,
} from './ink.ts';

const margin = 18 * millimetre;
const bottomMargin = 20 * millimetre;
const textSize = 10.5;
const cellSize = 9.5;
const cellPadding = 4;
/** A seal is at most 45 mm across; this square over issuer and date stays free for it. */
const sealSpace = 50 * millimetre;
const lineColor: Color = [0.45, 0.45, 0.48];
const headerColor: Color = [0.3, 0.3, 0.33];

function wrapped(font: InkFont, text: string, size: number, width: number): string[] {
  return text
    .split('\n')
    .flatMap((line) =>
      line === ''
        ? ['']
        : flow([{ text: line, font, size }], width, 0).map((runs) => runs.map((run) => run.text).join('')),
    );
}

/** Sets the blocks of one document onto pages; nothing is clipped, rows are never torn apart. */
export class DocumentLayout {
  private readonly pages: Ink[] = [];
  private y = 0;
  private readonly paper: PaperSize;
  private readonly width: number;

  constructor(
    private readonly document: InkDocument,
    private readonly printed: PrintedDocument,
  ) {
    this.paper = printed.landscape ? a4Landscape : a4Portrait;
    this.width = this.paper.width - 2 * margin;
  }

  /** Adds the pages to the document, each with its footer. */
  draw(): void {
    this.turnPage();
    for (const block of this.printed.blocks) this.set(block);
    const { regular } = this.document;
    for (const [index, ink] of this.pages.entries()) {
      const footer = `${this.printed.footer}　第 ${index + 1} 页，共 ${this.pages.length} 页`;
      ink.textCentred(this.paper.width / 2, this.paper.height - 10 * millimetre, footer, {
        font: regular,
        size: 8.5,
        color: grey,
      });
      this.document.addPage(ink, undefined, this.paper);
    }
  }

  private get ink(): Ink {
    const ink = this.pages.at(-1);
    if (!ink) throw new Error('no page is open');
    return ink;
  }

  private turnPage(): void {
    this.pages.push(new Ink());
    this.y = margin;
  }

  private makeRoom(height: number): boolean {
    if (this.y + height <= this.paper.height - bottomMargin) return false;
    this.turnPage();
    return true;
  }

  private set(block: PrintedBlock): void {
    const { regular, bold } = this.document;
    switch (block.kind) {
      case 'title':
        this.setLines(block.text, bold, 18, { centred: true, after: 8 });
        break;
      case 'heading':
        this.makeRoom(60);
        this.y += 8;
        this.setLines(block.text, bold, 12, { after: 4 });
        break;
      case 'reference': {
        this.y += textSize * 1.5;
        const x = margin + this.width - regular.widthOf(block.text, textSize);
        this.ink.text(x, this.y, block.text, { font: regular, size: textSize, color: grey });
        this.y += 6;
        break;
      }
      case 'paragraph':
        this.setParagraph(block.text, block.indented);
        break;
      case 'table':
        this.setTable(block);
        break;
      case 'seal':
        this.setSeal(block.issuer, block.date);
        break;
    }
  }

  private setLines(
    text: string,
    font: InkFont,
    size: number,
    { centred = false, after }: { centred?: boolean; after: number },
  ): void {
    for (const line of wrapped(font, text, size, this.width)) {
      this.makeRoom(size * 1.6);
      this.y += size * 1.5;
      if (centred) this.ink.textCentred(this.paper.width / 2, this.y, line, { font, size });
      else this.ink.text(margin, this.y, line, { font, size });
    }
    this.y += after;
  }

  private setParagraph(text: string, indented: boolean): void {
    const { regular: font } = this.document;
    const size = indented ? 12 : textSize;
    for (const line of flow([{ text, font, size }], this.width, indented ? size * 2 : 0)) {
      this.makeRoom(size * 1.8);
      this.y += size * 1.75;
      for (const run of line) this.ink.text(margin + run.x, this.y, run.text, run);
    }
    this.y += 6;
  }

  private setTable(table: PrintedTable): void {
    const shares = table.columns.reduce((sum, { share }) => sum + share, 0);
    const widths = table.columns.map(({ share }) => (this.width * share) / shares);
    const headings = table.columns.map(({ heading }) => heading);
    this.y += 4;
    this.setRow(headings, table, widths, 'heading');
    for (const [index, row] of table.rows.entries()) {
      const isTotal = table.hasTotal && index === table.rows.length - 1;
      this.setRow(row, table, widths, isTotal ? 'total' : 'row', headings);
    }
    this.y += 8;
  }

  private setRow(
    cells: readonly string[],
    table: PrintedTable,
    widths: readonly number[],
    kind: 'heading' | 'row' | 'total',
    headings: readonly string[] = [],
  ): void {
    const font = kind === 'row' ? this.document.regular : this.document.bold;
    const lines = widths.map((width, index) =>
      wrapped(font, cells[index] ?? '', cellSize, width - 2 * cellPadding),
    );
    const leading = cellSize * 1.45;
    const height = Math.max(...lines.map(({ length }) => length)) * leading + 2 * cellPadding;
    if (this.makeRoom(height) && kind !== 'heading') this.setRow(headings, table, widths, 'heading');
    let x = margin;
    for (const [index, width] of widths.entries()) {
      const align = kind === 'heading' ? 'center' : (table.columns[index]?.align ?? 'left');
      for (const [at, line] of (lines[index] ?? []).entries()) {
        const room = width - 2 * cellPadding - font.widthOf(line, cellSize);
        const shift = align === 'right' ? room : align === 'center' ? room / 2 : 0;
        this.ink.text(x + cellPadding + shift, this.y + cellPadding + leading * at + cellSize, line, {
          font,
          size: cellSize,
          ...(kind === 'heading' && { color: headerColor }),
        });
      }
      this.ink.rectangle(x, this.y, width, height, 0.5, lineColor);
      x += width;
    }
    this.y += height;
  }

  private setSeal(issuer: string, date: string): void {
    this.makeRoom(sealSpace + 6);
    const { regular: font } = this.document;
    const centre = this.paper.width - margin - sealSpace / 2 - 10 * millimetre;
    const lines = wrapped(font, issuer, 12, sealSpace + 20 * millimetre);
    const top = this.y + sealSpace / 2 - ((lines.length - 1) * 18) / 2;
    for (const [index, line] of lines.entries()) {
      this.ink.textCentred(centre, top + index * 18, line, { font, size: 12 });
    }
    this.ink.textCentred(centre, top + lines.length * 18 + 4, date, { font, size: 12 });
    this.ink.textCentred(centre, this.y + 10, '（盖章）', { font, size: 8, color: [0.6, 0.6, 0.62] });
    this.y += sealSpace;
  }
}
