import PDFDocument from 'pdfkit';

/** The parts of PDFKit that its types leave out and that this folder draws with. */
interface PdfReference {
  compress: boolean;
  data: Record<string, unknown>;
  write(chunk: string): void;
  end(chunk?: string): void;
}
interface EmbeddedFont {
  id: string;
  encode(text: string): [string[], { advanceWidth: number }[]];
  ref(): PdfReference;
  font: { hasGlyphForCodePoint(codePoint: number): boolean };
}
interface PdfInternals {
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

export interface FontPaths {
  regular: string;
  bold: string;
  /** Asked in their order for characters that the two lack. */
  fallbacks?: readonly string[];
}

/** A picture that pages refer to. */
export interface InkImage {
  id: string;
  reference: PdfReference;
  /** Its own pixels. */
  width: number;
  height: number;
}

/** An outline that pages refer to. */
export interface InkShape {
  id: string;
  reference: PdfReference;
}
export interface PlacedShape {
  shape: InkShape;
  x: number;
  y: number;
}
export type Matrix = readonly [number, number, number, number, number, number];

interface Glyph {
  hex: string;
  /** In thousandths of the font size. */
  width: number;
}

/** One embedded font; every character is shaped once and remembered. */
export class InkFont {
  private readonly glyphs = new Map<string, Glyph>();
  private readonly lacking = new Map<string, boolean>();
  constructor(readonly embedded: EmbeddedFont) {}

  glyph(character: string): Glyph {
    const known = this.glyphs.get(character);
    if (known) return known;
    const [codes, positions] = this.embedded.encode(character);
    const glyph = { hex: codes.join(''), width: positions.reduce((sum, at) => sum + at.advanceWidth, 0) };
    this.glyphs.set(character, glyph);
    return glyph;
  }

  /** Width in points at a size in points. */
  widthOf(text: string, size: number): number {
    let width = 0;
    for (const character of text) width += this.glyph(character).width;
    return (width * size) / 1000;
  }

  lacks(character: string): boolean {
    const known = this.lacking.get(character);
    if (known !== undefined) return known;
    const lacks = !this.embedded.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
    this.lacking.set(character, lacks);
    return lacks;
  }
}

export type Color = readonly [number, number, number];
export const black: Color = [0.13, 0.13, 0.15];
export const grey: Color = [0.42, 0.42, 0.45];

function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

export interface TextStyle {
  font: InkFont;
  size: number;
  color?: Color;
  /** Extra space after each character, in points. */
  spacing?: number;
}

/** Drawing operations in points from the top left, y downward; glyphs are written by code. */
export class Ink {
  private readonly operations: string[] = [];
  private readonly used = new Set<InkFont>();
  private readonly pictures = new Map<string, PdfReference>();

  /** Text whose baseline starts at (x, y). */
  text(x: number, y: number, text: string, { font, size, color = black, spacing = 0 }: TextStyle): this {
    let hex = '';
    for (const character of text) hex += font.glyph(character).hex;
    this.used.add(font);
    this.operations.push(
      `BT ${color.map(number).join(' ')} rg /${font.embedded.id} ${number(size)} Tf ${number(spacing)} Tc ` +
        `1 0 0 -1 ${number(x)} ${number(y)} Tm <${hex}> Tj ET`,
    );
    return this;
  }

  /** Text that rises by an angle in radians from where its baseline starts. */
  slanted(x: number, y: number, text: string, angle: number, { font, size, color = black }: TextStyle): this {
    let hex = '';
    for (const character of text) hex += font.glyph(character).hex;
    this.used.add(font);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.operations.push(
      `BT ${color.map(number).join(' ')} rg /${font.embedded.id} ${number(size)} Tf 0 Tc ` +
        `${[cos, -sin, -sin, -cos, x, y].map(number).join(' ')} Tm <${hex}> Tj ET`,
    );
    return this;
  }

  /** Puts another drawing under this one. */
  below(other: Ink): this {
    this.operations.unshift(...other.operations);
    for (const font of other.used) this.used.add(font);
    for (const [id, picture] of other.pictures) this.pictures.set(id, picture);
    return this;
  }

  textCentred(centre: number, y: number, text: string, style: TextStyle): this {
    const gaps = (style.spacing ?? 0) * Math.max(0, [...text].length - 1);
    return this.text(centre - (style.font.widthOf(text, style.size) + gaps) / 2, y, text, style);
  }

  line(x1: number, y1: number, x2: number, y2: number, width: number, color: Color = black): this {
    this.operations.push(
      `${color.map(number).join(' ')} RG ${number(width)} w ` +
        `${number(x1)} ${number(y1)} m ${number(x2)} ${number(y2)} l S`,
    );
    return this;
  }

  rectangle(x: number, y: number, w: number, h: number, width: number, color: Color = black): this {
    this.operations.push(
      `${color.map(number).join(' ')} RG ${number(width)} w ${[x, y, w, h].map(number).join(' ')} re S`,
    );
    return this;
  }

  fill(x: number, y: number, w: number, h: number, color: Color): this {
    this.operations.push(`${color.map(number).join(' ')} rg ${[x, y, w, h].map(number).join(' ')} re f`);
    return this;
  }

  /**
   * Shapes one after another, in units of their own that the matrix turns and scales; they are read and copied
   * as `text`.
   */
  shapes(placed: readonly PlacedShape[], matrix: Matrix, color: Color, text: string): this {
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex');
    const parts = [`/Span <</ActualText <${utf16}>>> BDC q ${color.map(number).join(' ')} rg`];
    parts.push(`${matrix.map(number).join(' ')} cm`);
    let [fromX, fromY] = [0, 0];
    for (const { shape, x, y } of placed) {
      parts.push(`1 0 0 1 ${number(x - fromX)} ${number(y - fromY)} cm /${shape.id} Do`);
      [fromX, fromY] = [x, y];
      this.pictures.set(shape.id, shape.reference);
    }
    this.operations.push(`${parts.join('\n')}\nQ EMC`);
    return this;
  }

  /** A pattern of black squares in a square: rows of bits from the top, each filled up to whole bytes. */
  pattern(side: number, hex: string, x: number, y: number, size: number): this {
    this.operations.push(
      `q ${black.map(number).join(' ')} rg ${[size, 0, 0, -size, x, y + size].map(number).join(' ')} cm ` +
        `BI /W ${side} /H ${side} /IM true /BPC 1 /D [1 0] /F /AHx ID ${hex}> EI Q`,
    );
    return this;
  }

  /** A picture as large as its box takes, its sides in proportion, in the middle. */
  image({ id, reference, width, height }: InkImage, x: number, y: number, w: number, h: number): this {
    const scale = Math.min(w / width, h / height);
    const [ownW, ownH] = [width * scale, height * scale];
    const [left, top] = [x + (w - ownW) / 2, y + (h - ownH) / 2];
    this.pictures.set(id, reference);
    this.operations.push(
      `q ${number(ownW)} 0 0 ${number(-ownH)} ${number(left)} ${number(top + ownH)} cm /${id} Do Q`,
    );
    return this;
  }

  get images(): Record<string, PdfReference> {
    return Object.fromEntries(this.pictures);
  }

  get content(): string {
    return this.operations.join('\n');
  }

  get fonts(): Record<string, PdfReference> {
    return Object.fromEntries([...this.used].map(({ embedded }) => [embedded.id, embedded.ref()]));
  }
}

export interface PaperSize {
  width: number;
  height: number;
}
export const a4Portrait: PaperSize = { width: 595.28, height: 841.89 };
export const a4Landscape: PaperSize = { width: 841.89, height: 595.28 };
/** Points in a millimetre. */
export const millimetre = 72 / 25.4;

/** How a drawing is moved and stretched on its paper; in points. */
export interface Shift {
  dx: number;
  dy: number;
  scaleX: number;
  scaleY: number;
}

function isNoShift({ dx, dy, scaleX, scaleY }: Shift): boolean {
  return dx === 0 && dy === 0 && scaleX === 1 && scaleY === 1;
}

/** What a document says of itself. */
export interface AboutDocument {
  title: string;
  author: string;
  /** Stated as the creation date, so that the same input gives the same bytes. */
  createdAt: Date;
  /** PDF/A-2b with tagged pages, to be read in many years and read out. */
  isArchival?: boolean;
}

/** PDFKit puts title and author into XML as they are. */
function plainInXml(text: string): string {
  return text.replaceAll('&', '＆').replaceAll('<', '＜').replaceAll('>', '＞');
}

/** Each font file is parsed once a thread. */
const parsedFonts = new Map<string, EmbeddedFont['font']>();

/** A PDF being written page by page: fixed drawings are laid out once and only referred to. */
export class InkDocument {
  readonly regular: InkFont;
  readonly bold: InkFont;
  readonly stream: PDFKit.PDFDocument;
  private readonly internals: PdfInternals;
  private readonly fallbackPaths: readonly string[];
  private fallbacks: InkFont[] | undefined;
  private readonly embedded = new Map<string, InkImage>();
  private readonly outlines = new Map<string, InkShape>();
  private readonly structure: PdfReference | null;
  pages = 0;

  constructor(
    fonts: FontPaths,
    private readonly paper: PaperSize,
    about: AboutDocument,
  ) {
    this.stream = new PDFDocument({
      size: [paper.width, paper.height],
      margin: 0,
      autoFirstPage: false,
      font: '',
      lang: 'zh-CN',
      pdfVersion: '1.7',
      info: {
        Title: plainInXml(about.title),
        Author: plainInXml(about.author),
        CreationDate: about.createdAt,
      },
      ...(about.isArchival && { subset: 'PDF/A-2b', tagged: true, displayTitle: true }),
    });
    this.internals = this.stream as unknown as PdfInternals;
    this.structure = about.isArchival ? this.beginStructure() : null;
    this.regular = this.open(fonts.regular);
    this.bold = this.open(fonts.bold);
    this.fallbackPaths = fonts.fallbacks ?? [];
  }

  /** The font to set a character in: the document's own, or the first fallback that has it. */
  fontFor(character: string, bold: boolean): InkFont {
    const own = bold ? this.bold : this.regular;
    if (!own.lacks(character)) return own;
    return this.fallbackWith(character) ?? own;
  }

  /** Whether no font at hand has a character. */
  lacks(character: string): boolean {
    return character !== '\n' && this.regular.lacks(character) && !this.fallbackWith(character);
  }

  private fallbackWith(character: string): InkFont | undefined {
    // Opened when first needed: most documents never do.
    this.fallbacks ??= this.fallbackPaths.flatMap((path) => {
      try {
        return [this.open(path)];
      } catch {
        return [];
      }
    });
    return this.fallbacks.find((font) => !font.lacks(character));
  }

  /** A picture by its content's hash, embedded once. */
  imageOf(hash: string, bytes: Uint8Array): InkImage {
    const known = this.embedded.get(hash);
    if (known) return known;
    const opened = this.internals.openImage(Buffer.from(bytes));
    opened.embed(this.stream);
    const image = {
      id: `Im${this.embedded.size + 1}`,
      reference: opened.obj,
      width: opened.width,
      height: opened.height,
    };
    this.embedded.set(hash, image);
    return image;
  }

  /** An outline by its key, laid out once. @param outline as PDF operators, within `bounds` of its origin */
  shapeOf(key: string, outline: () => string, bounds: number): InkShape {
    const known = this.outlines.get(key);
    if (known) return known;
    const reference = this.internals.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [-bounds, -bounds, bounds, bounds],
      Resources: {},
    });
    reference.end(`${outline()}\nf`);
    const shape = { id: `Sh${this.outlines.size + 1}`, reference };
    this.outlines.set(key, shape);
    return shape;
  }

  private open(path: string): InkFont {
    // PDFKit takes a parsed font as well as a path, which its types don't say.
    this.stream.font((parsedFonts.get(path) ?? path) as string);
    parsedFonts.set(path, this.internals._font.font);
    return new InkFont(this.internals._font);
  }

  /** Lays a drawing out once, for any number of pages. */
  fixed(ink: Ink, paper: PaperSize = this.paper): PdfReference {
    const form = this.internals.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, paper.width, paper.height],
      Resources: { Font: ink.fonts, XObject: ink.images },
    });
    form.end(ink.content);
    return form;
  }

  /**
   * Adds a page: the fixed drawing first, then what differs.
   * @param scale enlarges paper and drawing alike
   * @param shift where a printer is off: the drawing moves, the paper stays
   */
  addPage(
    ink: Ink,
    fixed?: PdfReference,
    { width, height }: PaperSize = this.paper,
    scale = 1,
    shift?: Shift,
  ): void {
    this.stream.addPage({ size: [width * scale, height * scale], margin: 0 });
    const { page } = this.internals;
    if (this.structure) {
      this.tagPage(this.structure);
      page.content.write('/P <</MCID 0>> BDC');
    }
    // A page's own few hundred bytes cost more time to deflate than they save.
    page.content.compress = false;
    delete page.content.data.Filter;
    Object.assign(page.fonts, ink.fonts);
    Object.assign(page.xobjects, ink.images);
    if (shift && !isNoShift(shift)) {
      const { dx, dy, scaleX, scaleY } = shift;
      page.content.write(`${[scaleX, 0, 0, scaleY, dx, dy].map(number).join(' ')} cm`);
    }
    if (fixed) {
      page.xobjects.Fixed = fixed;
      page.content.write('/Fixed Do');
    }
    if (scale !== 1) page.content.write(`${number(scale)} 0 0 ${number(scale)} 0 0 cm`);
    page.content.write(ink.content);
    if (this.structure) page.content.write('EMC');
    this.pages += 1;
  }

  private beginStructure(): PdfReference {
    const root = this.internals.getStructTreeRoot();
    const structure = this.internals.ref({ Type: 'StructElem', S: 'Document', P: root, K: [] });
    root.data.K = [structure];
    return structure;
  }

  /** Each page is one part of the document, read in the order it is drawn in. */
  private tagPage(structure: PdfReference): void {
    const { page } = this.internals;
    const key = page.structParentTreeKey;
    const part = this.internals.ref({ Type: 'StructElem', S: 'P', P: structure, Pg: page.dictionary, K: 0 });
    part.end();
    part.data = {};
    this.internals.getStructParentTree().get(key).push(part);
    (structure.data.K as PdfReference[]).push(part);
  }

  /** Ends the document; the last of it is then on its stream. */
  end(): void {
    this.structure?.end();
    this.stream.end();
  }

  /**
   * Writes the last page out and lets go of what it was made of, so that memory does not grow with the pages;
   * nothing can refer to where it is on its paper afterwards.
   */
  finishPage(): void {
    const { dictionary } = this.internals.page;
    this.stream.flushPages();
    dictionary.data = {};
  }

  /** Writes a text into the last page's own dictionary, in clear, for programs to find. */
  note(key: string, text: string): void {
    // PDFKit writes a String object as a text; a plain string would be a name.
    this.internals.page.dictionary.data[key] = new String(text);
  }
}
