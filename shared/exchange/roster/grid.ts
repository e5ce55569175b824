import { z } from 'zod';

/** A cell as its file holds it: `number` only where the file stored a number. */
const cell = z.object({ text: z.string(), number: z.number().optional() });
export type Cell = z.infer<typeof cell>;

/** Zero-based, ends included. */
const mergedRange = z.object({
  top: z.number().int(),
  left: z.number().int(),
  bottom: z.number().int(),
  right: z.number().int(),
});
export type MergedRange = z.infer<typeof mergedRange>;

/** One sheet, its rows in file order; row `i` is row `i + 1` to a person. */
export const grid = z.object({
  name: z.string(),
  rows: z.array(z.array(cell)),
  merges: z.array(mergedRange),
});
export type Grid = z.infer<typeof grid>;

const emptyCell: Cell = { text: '' };

export function cellAt(sheet: Grid, row: number, column: number): Cell {
  return sheet.rows[row]?.[column] ?? emptyCell;
}

/** The merged range that covers a cell, if any. */
export function mergeAt(sheet: Grid, row: number, column: number): MergedRange | undefined {
  return sheet.merges.find(
    ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
}

/** A cell's content, taken from the corner of its merged range where it lies in one. */
export function spreadCellAt(sheet: Grid, row: number, column: number): Cell {
  const merge = mergeAt(sheet, row, column);
  return merge ? cellAt(sheet, merge.top, merge.left) : cellAt(sheet, row, column);
}

const blank = /^[\s\u200b\u3000\ufeff]*$/;

export function isBlank(cellOrText: Cell | string): boolean {
  return blank.test(typeof cellOrText === 'string' ? cellOrText : cellOrText.text);
}

/** The number of columns of the widest row. */
export function columnCount(sheet: Grid): number {
  return sheet.rows.reduce((widest, row) => Math.max(widest, row.length), 0);
}
