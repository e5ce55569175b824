import { writeFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';

const formulaLead = /^[=+\-@\t\r＝＋－＠]/;

/** A cell no spreadsheet program will run: text that could be a formula gets a leading apostrophe. */
export function safeCellText(text: string): string {
  return formulaLead.test(text) ? `'${text}` : text;
}

function displayWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 255 ? 2 : 1), 0);
}

/** Writes an .xlsx of text cells (ID numbers keep every digit), the first row bold and frozen. */
export async function writeSheet(path: string, sheetName: string, rows: readonly string[][]): Promise<void> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: 1 }] });
  for (const row of rows) sheet.addRow(row.map(safeCellText));
  sheet.getRow(1).font = { bold: true };
  const columns = Math.max(0, ...rows.map((row) => row.length));
  for (let index = 0; index < columns; index += 1) {
    const column = sheet.getColumn(index + 1);
    column.numFmt = '@';
    column.width = Math.min(50, 4 + Math.max(...rows.map((row) => displayWidth(row[index] ?? ''))));
  }
  await writeFile(path, new Uint8Array(await book.xlsx.writeBuffer()));
}
