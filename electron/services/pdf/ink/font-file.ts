import PDFDocument from 'pdfkit';

/** What PDFKit makes of a font file, of which its types say nothing. */
interface OpenedFont {
  _font: {
    font: { characterSet: number[] };
    encode(text: string): unknown;
  };
}

/** How many characters a font has. @throws Error where it can't be read, or is a collection of fonts */
export function charactersIn(bytes: Uint8Array): number {
  const document = new PDFDocument({ font: '', autoFirstPage: false });
  document.font(Buffer.from(bytes));
  const opened = (document as unknown as OpenedFont)._font;
  const { characterSet } = opened.font;
  // One whose outlines can't be taken would stop every print that needs it.
  opened.encode(String.fromCodePoint(characterSet.at(-1) ?? 32));
  return characterSet.length;
}
