import { encode } from 'fast-png';
import PDFDocument from 'pdfkit';
import { collect } from '../../electron/services/pdf/ink/picture-page.ts';

/** A real PDF of so many pages, each saying which it is; `turned` pages lie on their side. */
export async function pdfOf(
  pages: number,
  says: string,
  turned: ReadonlySet<number> = new Set(),
): Promise<Buffer> {
  const document = new PDFDocument({ autoFirstPage: false, size: 'A4', info: { CreationDate: new Date(0) } });
  const written = collect(document);
  for (let page = 1; page <= pages; page += 1) {
    document.addPage();
    if (turned.has(page)) (document.page.dictionary.data as Record<string, unknown>).Rotate = 90;
    document.fontSize(20).text(`${says} ${page}`, 100, 100);
  }
  document.end();
  return Buffer.from(await written);
}

/** A PNG of pixels that no compression makes smaller. */
export function noisePng(width: number, height: number): Buffer {
  const data = new Uint8Array(width * height * 3);
  let state = 1;
  for (let index = 0; index < data.length; index += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    data[index] = state >>> 24;
  }
  return Buffer.from(encode({ width, height, channels: 3, depth: 8, data }));
}
