import type { PrintedTable } from '../contract/printed-document.ts';

export type Cell = string | number;
type Align = PrintedTable['columns'][number]['align'];

/** What heads a column, its part of the page's width beside the others', and where its cells stand. */
export type Column<Heading extends string = string> = readonly [
  heading: Heading,
  share: number,
  align: Align,
];

/** Rows under columns: set on paper, or written into a sheet. */
export interface PaperTable {
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
  /** A last row, the sum of the others. */
  total?: readonly Cell[];
}

function allRows({ rows, total }: PaperTable): (readonly Cell[])[] {
  return total ? [...rows, total] : [...rows];
}

/** The table as it is printed. */
export function tableBlock(table: PaperTable): PrintedTable {
  return {
    kind: 'table',
    columns: table.columns.map(([heading, share, align]) => ({ heading, share, align })),
    rows: allRows(table).map((row) => row.map(String)),
    hasTotal: table.total !== undefined,
  };
}

/** The table for a sheet, its headings first; numbers stay numbers. */
export function sheetRows(table: PaperTable): Cell[][] {
  return [table.columns.map(([heading]) => heading), ...allRows(table).map((row) => [...row])];
}

/** The table for a sheet in which everything is text. */
export function textRows(table: PaperTable): string[][] {
  return sheetRows(table).map((row) => row.map(String));
}

/** Rows with their place in front, from 1. */
export function numbered(rows: readonly (readonly Cell[])[]): Cell[][] {
  return rows.map((row, index) => [index + 1, ...row]);
}

/** A row that has something in some columns, named by their headings, and nothing in the others. */
export function rowOf<Heading extends string>(
  columns: readonly Column<Heading>[],
  cells: Partial<Record<Heading, Cell>>,
): Cell[] {
  return columns.map(([heading]) => cells[heading] ?? '');
}
