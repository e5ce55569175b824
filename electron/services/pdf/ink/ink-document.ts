import PDFDocument from 'pdfkit';
import { type Ink, InkFont, type InkImage, type InkShape, type PaperSize, pdfNumber } from './ink.ts';
import type { EmbeddedFont, PdfInternals, PdfReference } from './pdfkit-internals.ts';

export interface FontPaths {
  regular: string;
  bold: string;
  /** Asked in their order for characters that the two lack. */
  fallbacks?: readonly string[];
}

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
  /** Which edge the paper is turned over; null where it is printed on one side. Asks the printer, not the viewer. */
  flip?: 'longEdge' | 'shortEdge' | null;
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
    if (about.isArchival) {
      const duplex = { longEdge: 'DuplexFlipLongEdge', shortEdge: 'DuplexFlipShortEdge' };
      Object.assign(this.internals._root.data.ViewerPreferences?.data ?? {}, {
        // Fitted to the page's margins nothing would be where the preprinted paper has it.
        PrintScaling: 'None',
        PickTrayByPDFSize: true,
        Duplex: about.flip ? duplex[about.flip] : 'Simplex',
      });
    }
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

  /** The characters of a text that no font at hand has, each once. */
  missingIn(text: string): string[] {
    return [...new Set(text)].filter((character) => this.lacks(character));
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
      page.content.write(`${[scaleX, 0, 0, scaleY, dx, dy].map(pdfNumber).join(' ')} cm`);
    }
    if (fixed) {
      page.xobjects.Fixed = fixed;
      page.content.write('/Fixed Do');
    }
    if (scale !== 1) page.content.write(`${pdfNumber(scale)} 0 0 ${pdfNumber(scale)} 0 0 cm`);
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
