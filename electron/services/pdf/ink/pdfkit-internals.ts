/** An object of a PDF under work. The parts of PDFKit here are those its types leave out and this folder draws with. */
export interface PdfReference {
  compress: boolean;
  data: Record<string, unknown>;
  write(chunk: string): void;
  end(chunk?: string): void;
}
export interface EmbeddedFont {
  id: string;
  encode(text: string): [string[], { advanceWidth: number }[]];
  ref(): PdfReference;
  font: { hasGlyphForCodePoint(codePoint: number): boolean };
}
export interface PdfInternals {
  _root: { data: { ViewerPreferences?: PdfReference } };
  _font: EmbeddedFont;
  ref(data: Record<string, unknown>): PdfReference;
  getStructTreeRoot(): PdfReference;
  getStructParentTree(): { get(key: number): PdfReference[] };
  openImage(source: Buffer): {
    width: number;
    height: number;
    obj: PdfReference;
    embed(document: unknown): void;
  };
  page: {
    structParentTreeKey: number;
    content: PdfReference;
    dictionary: PdfReference;
    fonts: Record<string, PdfReference>;
    xobjects: Record<string, PdfReference>;
  };
}
