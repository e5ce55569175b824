import { type CellObject, read, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx';
import Papa from 'papaparse';
import type { Cell, Grid } from '../../../shared/exchange/roster/grid.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { sheetLimits } from './limits.ts';
import { decodeText } from './text-encoding.ts';
import { writeOutReferences } from './write-out-references.ts';
import { passZipGate } from './zip-gate.ts';

export interface ParsedSheets {
  sheets: Grid[];
  encoding: string | null;
}

function dateText(serial: number): string {
  const { y, m, d } = SSF.parse_date_code(serial);
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

function toCell(source: CellObject | undefined): Cell {
  if (source === undefined || source.v === undefined) return { text: '' };
  if (source.t === 'n' && typeof source.v === 'number') {
    if (typeof source.z === 'string' && SSF.is_date(source.z)) return { text: dateText(source.v) };
    return { text: String(source.v), number: source.v };
  }
  return { text: source.t === 'e' ? (source.w ?? '#N/A') : String(source.v) };
}

function toGrid(name: string, sheet: WorkSheet): Grid {
  const dense = (sheet['!data'] ?? []) as (CellObject | undefined)[][];
  const rows = Array.from(dense, (row) => Array.from((row ?? []).slice(0, sheetLimits.columns), toCell));
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r,
    left: s.c,
    bottom: e.r,
    right: e.c,
  }));
  return { name, rows, merges };
}

function toGrids(book: WorkBook): Grid[] {
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name];
    return sheet ? [toGrid(name, sheet)] : [];
  });
}

const bookOptions = {
  dense: true,
  cellNF: true,
  cellHTML: false,
  cellFormula: false,
  sheetRows: sheetLimits.rows,
} as const;

function readBook(name: string, open: () => WorkBook): Grid[] {
  try {
    return toGrids(open());
  } catch (thrown) {
    if (thrown instanceof Error && /password|encrypt/i.test(thrown.message))
      throw refusal('fileEncrypted', { name });
    throw refusal('fileDamaged', { name });
  }
}

/** The separator there is most of in the first lines; a comma where there is none. */
function separatorOf(text: string): string {
  const head = text.slice(0, 4000);
  const count = (separator: string) => head.split(separator).length - 1;
  return [',', '\t', ';'].reduce((best, next) => (count(next) > count(best) ? next : best));
}

function readCsv(text: string): Grid {
  const { data } = Papa.parse<string[]>(text, {
    delimiter: separatorOf(text),
    skipEmptyLines: false,
    preview: sheetLimits.rows,
  });
  return {
    name: 'CSV',
    rows: data.map((row) => row.slice(0, sheetLimits.columns).map((field) => ({ text: field }))),
    merges: [],
  };
}

const startsWith = (bytes: Uint8Array, ...head: number[]) =>
  head.every((byte, index) => bytes[index] === byte);

/**
 * Opens a sheet by what its bytes are, not by its name: .xlsx behind the zip gate, binary .xls,
 * HTML called .xls, or separated text in UTF-8, UTF-16 or GB18030.
 * @throws Refusal fileInflates, fileDamaged, fileEncrypted, fileUnknown
 */
export async function parseSheets(name: string, bytes: Uint8Array): Promise<ParsedSheets> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, 0x50, 0x4b)) {
    const passed = await passZipGate(name, buffer);
    const sheets = readBook(name, () => read(passed, { ...bookOptions, type: 'array' }));
    if (sheets.length === 0) throw refusal('fileDamaged', { name });
    return { sheets, encoding: null };
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return { sheets: readBook(name, () => read(buffer, { ...bookOptions, type: 'buffer' })), encoding: null };
  }
  const decoded = decodeText(bytes);
  if (decoded === null || decoded.text.trim() === '') throw refusal('fileUnknown', { name });
  if (/^\s*</.test(decoded.text)) {
    // `raw` keeps an ID number in an HTML table as the text it is.
    const sheets = readBook(name, () =>
      read(writeOutReferences(decoded.text), { ...bookOptions, type: 'string', raw: true }),
    );
    return { sheets, encoding: decoded.encoding };
  }
  return { sheets: [readCsv(decoded.text)], encoding: decoded.encoding };
}
