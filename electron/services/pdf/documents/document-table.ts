import type { PrintedTable } from '../../../../shared/contract/printed-document.ts';
import type { Color } from '../ink/ink.ts';
import type { InkDocument } from '../ink/ink-document.ts';
import { margin, type PageFlow, wrapped } from '../ink/page-flow.ts';

const cellSize = 9.5;
const cellPadding = 4;
const lineColor: Color = [0.45, 0.45, 0.48];
const headerColor: Color = [0.3, 0.3, 0.33];

/** Sets a table; rows are never torn apart, and its heading comes again on each page. */
export class TableSetter {
  private readonly widths: number[];
  private readonly headings: string[];

  constructor(
    private readonly page: PageFlow,
    private readonly document: InkDocument,
    private readonly table: PrintedTable,
  ) {
    const shares = table.columns.reduce((sum, { share }) => sum + share, 0);
    this.widths = table.columns.map(({ share }) => (page.width * share) / shares);
    this.headings = table.columns.map(({ heading }) => heading);
  }

  set(): void {
    const { rows, hasTotal } = this.table;
    this.page.y += 4;
    this.setRow(this.headings, 'heading');
    for (const [index, row] of rows.entries()) {
      this.setRow(row, hasTotal && index === rows.length - 1 ? 'total' : 'row');
    }
    this.page.y += 8;
  }

  private setRow(cells: readonly string[], kind: 'heading' | 'row' | 'total'): void {
    const { page } = this;
    const font = kind === 'row' ? this.document.regular : this.document.bold;
    const lines = this.widths.map((width, index) =>
      wrapped(font, cells[index] ?? '', cellSize, width - 2 * cellPadding),
    );
    const leading = cellSize * 1.45;
    const height = Math.max(...lines.map(({ length }) => length)) * leading + 2 * cellPadding;
    if (page.makeRoom(height) && kind !== 'heading') this.setRow(this.headings, 'heading');
    let x = margin;
    for (const [index, width] of this.widths.entries()) {
      const align = kind === 'heading' ? 'center' : (this.table.columns[index]?.align ?? 'left');
      for (const [at, line] of (lines[index] ?? []).entries()) {
        const room = width - 2 * cellPadding - font.widthOf(line, cellSize);
        const shift = align === 'right' ? room : align === 'center' ? room / 2 : 0;
        page.ink.text(x + cellPadding + shift, page.y + cellPadding + leading * at + cellSize, line, {
          font,
          size: cellSize,
          ...(kind === 'heading' && { color: headerColor }),
        });
      }
      page.ink.rectangle(x, page.y, width, height, 0.5, lineColor);
      x += width;
    }
    page.y += height;
  }
}
