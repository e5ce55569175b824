import { readFileSync } from 'node:fs';
import { Blob, Direction, Face, Font, Buffer as ShapingBuffer, shape } from 'harfbuzzjs';
import type { Color, Ink } from '../../ink/ink.ts';
import type { InkDocument } from '../../ink/ink-document.ts';

/** Glyphs of one shaped run, in font units: outlines as they stand side by side, and how far they go. */
interface ShapedRun {
  outlines: { glyph: number; x: number; y: number }[];
  advance: number;
  /** Characters the font has no glyph for. */
  missing: string[];
}

const mostRuns = 5000;
const parsed = new Map<string, MongolianFont>();

/**
 * A font of traditional Mongolian. The script joins and changes its letters by their place in the word, which
 * HarfBuzz knows; words are shaped as a line and the line is turned by 90°, as paper has it.
 */
export class MongolianFont {
  private readonly font: Font;
  private readonly runs = new Map<string, ShapedRun>();
  private readonly paths = new Map<number, string>();
  readonly unitsPerEm: number;
  readonly ascender: number;
  readonly descender: number;

  private constructor(path: string) {
    const bytes = readFileSync(path);
    const face = new Face(
      new Blob(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer),
    );
    this.font = new Font(face);
    this.unitsPerEm = face.upem;
    const { ascender, descender } = this.font.hExtents();
    this.ascender = ascender;
    this.descender = descender;
  }

  /** The font of a file, parsed once a thread. */
  static open(path: string): MongolianFont {
    const known = parsed.get(path) ?? new MongolianFont(path);
    parsed.set(path, known);
    return known;
  }

  /** As `M x,y L … Q … Z` in font units; empty where a glyph is a space. */
  outlineOf(glyph: number): string {
    const known = this.paths.get(glyph) ?? this.font.glyphToPath(glyph);
    this.paths.set(glyph, known);
    return known;
  }

  /** A run of text, shaped once and remembered. */
  shape(text: string): ShapedRun {
    const known = this.runs.get(text);
    if (known) return known;
    const buffer = new ShapingBuffer();
    buffer.addText(text);
    buffer.setDirection(Direction.LTR);
    buffer.setScript('Mong');
    buffer.setLanguage('mn');
    shape(this.font, buffer);
    const glyphs = buffer.getGlyphInfos();
    const positions = buffer.getGlyphPositions();
    const run: ShapedRun = { outlines: [], advance: 0, missing: [] };
    for (const [index, { codepoint: glyph, cluster }] of glyphs.entries()) {
      const at = positions[index];
      if (!at) continue;
      if (glyph === 0) run.missing.push(String.fromCodePoint(text.codePointAt(cluster) ?? 0));
      if (this.outlineOf(glyph) !== '')
        run.outlines.push({ glyph, x: run.advance + at.xOffset, y: at.yOffset });
      run.advance += at.xAdvance;
    }
    // Names differ from page to page; a book of thousands must not keep them all.
    if (this.runs.size >= mostRuns) this.runs.clear();
    this.runs.set(text, run);
    return run;
  }
}

/** Joins and variant selectors have no look of their own; they are never missing. */
const invisible = new Set([0x180b, 0x180c, 0x180d, 0x180e, 0x180f, 0x200c, 0x200d, 0x202f, 0x20, 0x09, 0x0a]);

/** The characters of a text that the font has no glyph for, each once. */
export function missingInMongolian(font: MongolianFont, text: string): string[] {
  const missing = text.split('\n').flatMap((line) => font.shape(line).missing);
  return [...new Set(missing)].filter((character) => !invisible.has(character.codePointAt(0) ?? 0));
}

/**
 * Columns of at most `length` points downwards; words stay whole. Null where one is longer than that.
 * A narrow no-break space (U+202F) ties a suffix to its word and breaks nothing.
 */
export function columnsOf(font: MongolianFont, text: string, size: number, length: number): string[] | null {
  const scale = size / font.unitsPerEm;
  const columns: string[] = [];
  for (const paragraph of text.split('\n')) {
    let column = '';
    for (const word of paragraph.split(/[ \t]+/)) {
      const longer = column === '' ? word : `${column} ${word}`;
      if (font.shape(longer).advance * scale <= length) {
        column = longer;
        continue;
      }
      if (font.shape(word).advance * scale > length) return null;
      columns.push(column);
      column = word;
    }
    columns.push(column);
  }
  return columns;
}

/** An outline as PDF operators; its curves of one control point become those of two that PDF has. */
function operatorsOf(outline: string): string {
  const operators: string[] = [];
  let [fromX, fromY] = [0, 0];
  for (const [, command = '', numbers = ''] of outline.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const values = numbers
      .split(/[ ,]+/)
      .filter((one) => one !== '')
      .map(Number);
    if (command === 'Z') {
      operators.push('h');
      continue;
    }
    if (command === 'Q') {
      const [controlX = 0, controlY = 0, endX = 0, endY = 0] = values;
      const third = (from: number, to: number) => Math.round(from + (2 / 3) * (to - from));
      const first = [third(fromX, controlX), third(fromY, controlY)];
      const second = [third(endX, controlX), third(endY, controlY)];
      operators.push(`${[...first, ...second, endX, endY].join(' ')} c`);
    } else operators.push(`${values.join(' ')} ${command === 'M' ? 'm' : command === 'L' ? 'l' : 'c'}`);
    [fromX = fromX, fromY = fromY] = values.slice(-2);
  }
  return operators.join('\n');
}

/**
 * Draws a column: the line of the script runs downwards from (`left`, `top`), what was its upper side looks to
 * the right.
 */
export function drawColumn(
  document: InkDocument,
  ink: Ink,
  font: MongolianFont,
  text: string,
  { left, top, size, color }: { left: number; top: number; size: number; color: Color },
): void {
  const scale = size / font.unitsPerEm;
  const placed = font.shape(text).outlines.map(({ glyph, x, y }) => {
    const outline = () => operatorsOf(font.outlineOf(glyph));
    return { shape: document.shapeOf(`mongolian ${glyph}`, outline, 8 * font.unitsPerEm), x, y };
  });
  ink.shapes(placed, [0, scale, scale, 0, left - font.descender * scale, top], color, text);
}
