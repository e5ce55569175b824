import { normalizeHeading, type RosterField, rosterFields } from './columns.ts';
import { cellAt, columnCount, type Grid, isBlank, mergeAt, spreadCellAt } from './grid.ts';

export interface SheetHeader<Field extends string> {
  /** Zero-based rows, one or two. */
  rows: number[];
  /** A heading a column, as written. */
  headings: string[];
  /** Which column (zero-based) holds which field. */
  mapping: Partial<Record<Field, number>>;
}
export type RosterHeader = SheetHeader<RosterField>;

/** What a kind of sheet is known by: the field a heading means, and the field it can't be without. */
export interface SheetKind<Field extends string> {
  fieldOfHeading(heading: string): Field | null;
  required: Field;
}

/** The kind of sheet whose columns are called by these words; where two fields share a word the first has it. */
export function sheetKindOf<Field extends string>(
  fields: Record<Field, { synonyms: readonly string[] }>,
  required: Field,
): SheetKind<Field> {
  const byHeading = new Map<string, Field>();
  for (const [field, { synonyms }] of Object.entries(fields) as [Field, (typeof fields)[Field]][]) {
    for (const heading of synonyms.map(normalizeHeading)) {
      if (!byHeading.has(heading)) byHeading.set(heading, field);
    }
  }
  return { fieldOfHeading: (heading) => byHeading.get(normalizeHeading(heading)) ?? null, required };
}

export const rosterSheet: SheetKind<RosterField> = sheetKindOf(rosterFields, 'name');

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

function mapHeadings<Field extends string>(
  headings: string[],
  kind: SheetKind<Field>,
): SheetHeader<Field>['mapping'] {
  const mapping: SheetHeader<Field>['mapping'] = {};
  for (const [column, heading] of headings.entries()) {
    const field = kind.fieldOfHeading(heading);
    if (field !== null && mapping[field] === undefined) mapping[field] = column;
  }
  return mapping;
}

function readHeader<Field extends string>(
  sheet: Grid,
  rows: number[],
  kind: SheetKind<Field>,
): SheetHeader<Field> {
  const headings = Array.from({ length: columnCount(sheet) }, (_, column) => headingOf(sheet, rows, column));
  return { rows, headings, mapping: mapHeadings(headings, kind) };
}

function recognized(header: SheetHeader<string>): number {
  return Object.keys(header.mapping).length;
}

/**
 * Finds the header among title rows, over one row or two merged ones. Null where no row holds the
 * heading this kind of sheet can't be without, and at least one more.
 */
export function findHeader<Field extends string>(
  sheet: Grid,
  kind: SheetKind<Field>,
): SheetHeader<Field> | null {
  let best: SheetHeader<Field> | null = null;
  for (let row = 0; row < Math.min(rowsToSearch, sheet.rows.length); row += 1) {
    const header = readHeader(sheet, joinsNextRow(sheet, row) ? [row, row + 1] : [row], kind);
    if (header.mapping[kind.required] === undefined || recognized(header) < 2) continue;
    if (best === null || recognized(header) > recognized(best)) best = header;
  }
  return best;
}

export interface FoundSheet<Field extends string> {
  sheet: Grid;
  header: SheetHeader<Field>;
}

/** The sheet of a workbook that looks most like one of this kind, with its header. */
export function findSheet<Field extends string>(
  sheets: readonly Grid[],
  kind: SheetKind<Field>,
): FoundSheet<Field> | null {
  return sheets
    .flatMap((sheet) => {
      const header = findHeader(sheet, kind);
      return header ? [{ sheet, header }] : [];
    })
    .reduce<FoundSheet<Field> | null>(
      (best, next) => (best === null || recognized(next.header) > recognized(best.header) ? next : best),
      null,
    );
}
