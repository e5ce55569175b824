import type { EmbeddedFont, PdfReference } from './pdfkit-internals.ts';

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

/** As a PDF writes it, to a thousandth. */
export function pdfNumber(value: number): string {
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
      `BT ${color.map(pdfNumber).join(' ')} rg /${font.embedded.id} ${pdfNumber(size)} Tf ${pdfNumber(spacing)} Tc ` +
        `1 0 0 -1 ${pdfNumber(x)} ${pdfNumber(y)} Tm <${hex}> Tj ET`,
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
      `BT ${color.map(pdfNumber).join(' ')} rg /${font.embedded.id} ${pdfNumber(size)} Tf 0 Tc ` +
        `${[cos, -sin, -sin, -cos, x, y].map(pdfNumber).join(' ')} Tm <${hex}> Tj ET`,
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
      `${color.map(pdfNumber).join(' ')} RG ${pdfNumber(width)} w ` +
        `${pdfNumber(x1)} ${pdfNumber(y1)} m ${pdfNumber(x2)} ${pdfNumber(y2)} l S`,
    );
    return this;
  }

  rectangle(x: number, y: number, w: number, h: number, width: number, color: Color = black): this {
    this.operations.push(
      `${color.map(pdfNumber).join(' ')} RG ${pdfNumber(width)} w ${[x, y, w, h].map(pdfNumber).join(' ')} re S`,
    );
    return this;
  }

  fill(x: number, y: number, w: number, h: number, color: Color): this {
    this.operations.push(
      `${color.map(pdfNumber).join(' ')} rg ${[x, y, w, h].map(pdfNumber).join(' ')} re f`,
    );
    return this;
  }

  /**
   * Shapes one after another, in units of their own that the matrix turns and scales; they are read and copied
   * as `text`.
   */
  shapes(placed: readonly PlacedShape[], matrix: Matrix, color: Color, text: string): this {
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex');
    const parts = [`/Span <</ActualText <${utf16}>>> BDC q ${color.map(pdfNumber).join(' ')} rg`];
    parts.push(`${matrix.map(pdfNumber).join(' ')} cm`);
    let [fromX, fromY] = [0, 0];
    for (const { shape, x, y } of placed) {
      parts.push(`1 0 0 1 ${pdfNumber(x - fromX)} ${pdfNumber(y - fromY)} cm /${shape.id} Do`);
      [fromX, fromY] = [x, y];
      this.pictures.set(shape.id, shape.reference);
    }
    this.operations.push(`${parts.join('\n')}\nQ EMC`);
    return this;
  }

  /** A pattern of black squares in a square: rows of bits from the top, each filled up to whole bytes. */
  pattern(side: number, hex: string, x: number, y: number, size: number): this {
    this.operations.push(
      `q ${black.map(pdfNumber).join(' ')} rg ${[size, 0, 0, -size, x, y + size].map(pdfNumber).join(' ')} cm ` +
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
      `q ${pdfNumber(ownW)} 0 0 ${pdfNumber(-ownH)} ${pdfNumber(left)} ${pdfNumber(top + ownH)} cm /${id} Do Q`,
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
