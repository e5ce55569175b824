import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { beginOfDay } from '../../../shared/domain/base/civil-date.ts';
import { replaceFile } from '../disk/files.ts';
import { steadyZip } from '../files/steady-zip.ts';

const formulaLead = /^[=+\-@\t\r＝＋－＠]/;

/** A cell no spreadsheet program will run: text that could be a formula gets a leading apostrophe. */
export function safeCellText(text: string): string {
  return formulaLead.test(text) ? `'${text}` : text;
}

type CellValue = string | number;

function displayWidth(value: CellValue | undefined): number {
  return [...String(value ?? '')].reduce((sum, one) => sum + (one.charCodeAt(0) > 255 ? 2 : 1), 0);
}

/** One sheet of a workbook. */
export interface WrittenSheet {
  name: string;
  /** The first is the heading, bold and frozen. */
  rows: readonly CellValue[][];
  /** Lines over the table: what it is, of whom, as of when. */
  above?: readonly string[];
}

function addSheet(book: ExcelJS.Workbook, { name, rows, above = [] }: WrittenSheet): void {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: above.length + 1 }] });
  for (const line of above) sheet.addRow([safeCellText(line)]).font = { bold: true };
  for (const row of rows) {
    const added = sheet.addRow(row.map((value) => (typeof value === 'string' ? safeCellText(value) : value)));
    added.eachCell((cell) => {
      if (typeof cell.value === 'string') cell.numFmt = '@';
    });
  }
  sheet.getRow(above.length + 1).font = { bold: true };
  const columns = Math.max(0, ...rows.map((row) => row.length));
  for (let index = 0; index < columns; index += 1) {
    // What somebody types below the last row stays text, too: an ID number keeps its digits.
    if (!rows.some((row) => typeof row[index] === 'number')) sheet.getColumn(index + 1).numFmt = '@';
    const width = 4 + Math.max(...rows.map((row) => displayWidth(row[index])));
    sheet.getColumn(index + 1).width = Math.min(50, width);
  }
}

/** An .xlsx of these sheets: texts stay texts (ID numbers keep every digit), numbers numbers. */
export async function workbookBytes(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const sheet of sheets) addSheet(book, sheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The same, made on a day instead of now: the same sheets are the same file, byte for byte. */
export async function steadyWorkbook(sheets: readonly WrittenSheet[], madeOn: string): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.created = beginOfDay(madeOn);
  book.modified = book.created;
  for (const sheet of sheets) addSheet(book, sheet);
  const parts = unzipSync(new Uint8Array(await book.xlsx.writeBuffer()));
  // Folders are entries of their own there, which a zip can do without.
  const files = Object.entries(parts).filter(([path]) => !path.endsWith('/'));
  return steadyZip(files, true);
}

/** Writes an .xlsx of these sheets. */
export async function writeWorkbook(path: string, sheets: readonly WrittenSheet[]): Promise<void> {
  await replaceFile(path, await workbookBytes(sheets));
}
