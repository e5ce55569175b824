import PDFDocument from 'pdfkit';
import { a4Landscape, a4Portrait, millimetre } from './ink.ts';

const margin = 12 * millimetre;

/** What is written to a PDFKit document, in one piece. */
export function collect(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on('error', reject);
  });
}

/**
 * A picture on a page of its own, A4 upright or across as it lies, its pixels as they came.
 * @throws Error where it is no JPEG or PNG that can be read
 */
export async function picturePage(bytes: Uint8Array): Promise<Uint8Array> {
  const document = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    font: '',
    info: { CreationDate: new Date(0) },
  });
  const written = collect(document);
  // PDFKit reads a picture with its orientation, which its types leave out.
  const picture = (
    document as unknown as {
      openImage(source: Buffer): { width: number; height: number; orientation?: number };
    }
  ).openImage(Buffer.from(bytes));
  const isTurned = (picture.orientation ?? 1) > 4;
  const isWide = isTurned ? picture.height > picture.width : picture.width > picture.height;
  const { width, height } = isWide ? a4Landscape : a4Portrait;
  document.addPage({ size: [width, height], margin: 0 });
  document.image(picture as unknown as string, margin, margin, {
    fit: [width - 2 * margin, height - 2 * margin],
    align: 'center',
    valign: 'center',
  });
  document.end();
  return written;
}
