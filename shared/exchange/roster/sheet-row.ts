import { tidyText } from './cell-values.ts';
import { type Cell, cellAt, type Grid } from './grid.ts';
import type { SheetHeader } from './header.ts';

/** One row of a sheet as it is judged: its cells by field, and what is wrong with it. */
export class SheetRow<Field extends string> {
  readonly problems: string[] = [];

  /** @param labels what each field is called where the sheet has no heading for it */
  constructor(
    private readonly sheet: Grid,
    private readonly header: SheetHeader<Field>,
    private readonly row: number,
    private readonly labels: Record<Field, { label: string }>,
  ) {}

  cell(field: Field): Cell {
    const column = this.header.mapping[field];
    return column === undefined ? { text: '' } : cellAt(this.sheet, this.row, column);
  }

  text(field: Field): string {
    return tidyText(this.cell(field).text);
  }

  has(field: Field): boolean {
    return this.text(field) !== '';
  }

  refuse(field: Field, reason: string): void {
    const column = this.header.mapping[field];
    const heading = column === undefined ? undefined : this.header.headings[column];
    this.problems.push(`${heading ?? this.labels[field].label}：${reason}`);
  }
}
