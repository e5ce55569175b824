import type { SignInSheet } from '../../../../shared/contract/sign-in-sheet.ts';
import { a4Portrait, grey, Ink, type InkFont, millimetre } from '../ink/ink.ts';
import { type FontPaths, InkDocument } from '../ink/ink-document.ts';
import { type PageProgress, writePdf } from '../ink/write-pdf.ts';

const { width, height } = a4Portrait;
const margin = 16 * millimetre;
const rowHeight = 9 * millimetre;
const rowsPerPage = 22;
const tableTop = 52 * millimetre;
const columns = [
  { heading: '序号', width: 12 },
  { heading: '姓名', width: 32 },
  { heading: '尾号', width: 16 },
  { heading: '工作单位', width: 62 },
  { heading: '签到', width: 32 },
  { heading: '备注', width: 24 },
].map((column) => ({ ...column, width: column.width * millimetre }));

function fitted(font: InkFont, text: string, size: number, space: number): number {
  const needed = font.widthOf(text, size);
  return needed <= space ? size : (size * space) / needed;
}

interface SheetPage {
  sheet: SignInSheet;
  from: number;
  number: number;
  of: number;
}

function drawPage(document: InkDocument, { sheet, from, number, of }: SheetPage): void {
  const { regular, bold } = document;
  const ink = new Ink();
  ink.textCentred(width / 2, 20 * millimetre, `${sheet.classTitle}　签到表`, {
    font: bold,
    size: fitted(bold, `${sheet.classTitle}　签到表`, 18, width - 2 * margin),
  });
  const detail = { font: regular, size: 10.5 };
  const trainer = sheet.trainerName === '' ? '' : `　　授课：${sheet.trainerName}`;
  ink.text(margin, 31 * millimetre, `课次：${sheet.session}　　内容：${sheet.topic || '—'}`, detail);
  ink.text(
    margin,
    38 * millimetre,
    `班号：${sheet.classNumber}　　地点：${sheet.place || '—'}${trainer}`,
    detail,
  );
  ink.text(
    margin,
    45 * millimetre,
    `应到：${sheet.learners.length} 人　　实到：______ 人　　教师签字：____________`,
    detail,
  );
  const rows = sheet.learners.slice(from, from + rowsPerPage);
  const bottom = tableTop + rowHeight * (rows.length + 1);
  let x = margin;
  for (const [index, column] of columns.entries()) {
    ink.line(x, tableTop, x, bottom, 0.5);
    ink.textCentred(x + column.width / 2, tableTop + 6 * millimetre, column.heading, {
      font: bold,
      size: 10.5,
    });
    for (const [row, learner] of rows.entries()) {
      const text =
        [String(from + row + 1), learner.name, learner.lastFour, learner.employerName][index] ?? '';
      const size = fitted(regular, text, 10.5, column.width - 4);
      const y = tableTop + rowHeight * (row + 1) + 6 * millimetre;
      if (index === 3) ink.text(x + 3, y, text, { font: regular, size });
      else ink.textCentred(x + column.width / 2, y, text, { font: regular, size });
    }
    x += column.width;
  }
  ink.line(x, tableTop, x, bottom, 0.5);
  for (let row = 0; row <= rows.length + 1; row += 1) {
    ink.line(margin, tableTop + rowHeight * row, x, tableTop + rowHeight * row, row < 2 ? 0.9 : 0.5);
  }
  ink.textCentred(width / 2, height - 12 * millimetre, `${sheet.baseName}　第 ${number} 页，共 ${of} 页`, {
    font: regular,
    size: 9,
    color: grey,
  });
  document.addPage(ink);
}

/** Writes the sign-in sheet of one session, 22 learners a page; an empty roster gives one blank page. */
export async function writeSignInSheet(
  path: string,
  fonts: FontPaths,
  sheet: SignInSheet,
  progress: PageProgress,
): Promise<number> {
  const document = new InkDocument(fonts, a4Portrait, {
    title: `${sheet.classTitle} 签到表`,
    author: sheet.baseName,
    createdAt: new Date(),
  });
  const of = Math.max(1, Math.ceil(sheet.learners.length / rowsPerPage));
  const pages = Array.from({ length: of }, (_, index) => ({
    sheet,
    from: index * rowsPerPage,
    number: index + 1,
    of,
  }));
  await writePdf(path, document, pages, (page) => drawPage(document, page), progress);
  return document.pages;
}
