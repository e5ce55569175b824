import { writeFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';

const formulaLead = /^[=+\-@\t\r＝＋－＠]/;

/** A cell no spreadsheet program will run: text that could be a formula gets a leading apostrophe. */
export function safeCellText(text: string): string {
  return formulaLead.test(text) ? `'${text}` : text;
}

type CellValue = string | number;

function displayWidth(value: CellValue | undefined): number {
  return [...String(value ?? '')].reduce((sum, one) => sum + (one.charCodeAt(0) > 255 ? 2 : 1), 0);
}

/**
 * Writes an .xlsx: texts stay texts (ID numbers keep every digit), numbers numbers.
 * @param rows the first is the heading, bold and frozen
 * @param above lines over the table: what it is, of whom, as of when
 */
export async function writeSheet(
  path: string,
  sheetName: string,
  rows: readonly CellValue[][],
  above: readonly string[] = [],
): Promise<void> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: above.length + 1 }] });
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
  await writeFile(path, new Uint8Array(await book.xlsx.writeBuffer()));
}
