import { parquetWriteBuffer } from 'hyparquet-writer';
import Papa from 'papaparse';
import { safeCellText } from '../sheets/write-sheet.ts';

export type TableRow = Record<string, string | number>;

/** Columns of a table in their order, and whether each holds whole numbers. */
export type Columns = readonly (readonly [name: string, type: 'text' | 'integer'])[];

/** UTF-8 with a mark, so that spreadsheet programs take it for what it is; no cell of it can be run. */
export function csvOf(columns: Columns, rows: readonly TableRow[]): Uint8Array {
  const data = rows.map((row) =>
    columns.map(([name]) => {
      const value = row[name] ?? '';
      return typeof value === 'string' ? safeCellText(value) : value;
    }),
  );
  const fields = columns.map(([name]) => name);
  return Buffer.from(`\ufeff${Papa.unparse({ fields, data }, { newline: '\r\n' })}\r\n`);
}

/** The same as Parquet, for engines that read many at once. */
export function parquetOf(columns: Columns, rows: readonly TableRow[]): Uint8Array {
  const columnData = columns.map(([name, type]) =>
    type === 'integer'
      ? { name, type: 'INT64' as const, data: rows.map((row) => BigInt(row[name] ?? 0)) }
      : { name, type: 'STRING' as const, data: rows.map((row) => String(row[name] ?? '')) },
  );
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}
