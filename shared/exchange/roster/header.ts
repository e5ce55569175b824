import { type ColumnMapping, fieldOfHeading, type RosterField } from './columns.ts';
import { cellAt, columnCount, type Grid, isBlank, mergeAt, spreadCellAt } from './grid.ts';

export interface RosterHeader {
  /** Zero-based rows, one or two. */
  rows: number[];
  /** A heading a column, as written. */
  headings: string[];
  mapping: ColumnMapping;
}

const rowsToSearch = 30;

function joinsNextRow(sheet: Grid, row: number): boolean {
  return sheet.merges.some(
    (merge) =>
      merge.top === row &&
      ((merge.bottom === row + 1 && merge.left === merge.right) ||
        (merge.bottom === row && merge.right > merge.left && !isBlank(cellAt(sheet, row + 1, merge.left)))),
  );
}

/** A column's heading over one or two rows; under a heading merged across, the two are joined. */
function headingOf(sheet: Grid, rows: number[], column: number): string {
  const parts: string[] = [];
  for (const row of rows) {
    const merge = mergeAt(sheet, row, column);
    if (merge && merge.top < row && merge.top >= (rows[0] ?? row)) continue;
    const { text } = spreadCellAt(sheet, row, column);
    if (!isBlank(text)) parts.push(text.trim());
  }
  return parts.join('');
}

function mapHeadings(headings: string[]): ColumnMapping {
  const mapping: Partial<Record<RosterField, number>> = {};
  for (const [column, heading] of headings.entries()) {
    const field = fieldOfHeading(heading);
    if (field !== null && mapping[field] === undefined) mapping[field] = column;
  }
  return mapping;
}

function readHeader(sheet: Grid, rows: number[]): RosterHeader {
  const headings = Array.from({ length: columnCount(sheet) }, (_, column) => headingOf(sheet, rows, column));
  return { rows, headings, mapping: mapHeadings(headings) };
}

function recognized(header: RosterHeader): number {
  return Object.keys(header.mapping).length;
}

/**
 * Finds the header among title rows, over one row or two merged ones. Null where no row holds a
 * heading for the name and at least one more.
 */
export function findHeader(sheet: Grid): RosterHeader | null {
  let best: RosterHeader | null = null;
  for (let row = 0; row < Math.min(rowsToSearch, sheet.rows.length); row += 1) {
    const header = readHeader(sheet, joinsNextRow(sheet, row) ? [row, row + 1] : [row]);
    if (header.mapping.name === undefined || recognized(header) < 2) continue;
    if (best === null || recognized(header) > recognized(best)) best = header;
  }
  return best;
}

/** The sheet of a workbook that looks most like a roster, with its header. */
export function findRoster(sheets: readonly Grid[]): { sheet: Grid; header: RosterHeader } | null {
  return sheets
    .flatMap((sheet) => {
      const header = findHeader(sheet);
      return header ? [{ sheet, header }] : [];
    })
    .reduce<{ sheet: Grid; header: RosterHeader } | null>(
      (best, next) => (best === null || recognized(next.header) > recognized(best.header) ? next : best),
      null,
    );
}
