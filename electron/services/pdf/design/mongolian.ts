import { readFileSync } from 'node:fs';
import { Blob, Direction, Face, Font, Buffer as ShapingBuffer, shape } from 'harfbuzzjs';

/** Glyphs of one shaped run, in font units: outlines as they stand side by side, and how far they go. */
interface ShapedRun {
  outlines: { path: string; x: number; y: number }[];
  advance: number;
  /** Characters the font has no glyph for. */
  missing: string[];
}

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

  private pathOf(glyph: number): string {
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
      const path = this.pathOf(glyph);
      if (path !== '') run.outlines.push({ path, x: run.advance + at.xOffset, y: at.yOffset });
      run.advance += at.xAdvance;
    }
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

function pdfNumber(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/**
 * The outlines of a column as PDF operators: the line of the script runs downwards from (`left`, `top`), what
 * was its upper side looks to the right.
 */
export function columnPath(
  font: MongolianFont,
  text: string,
  size: number,
  left: number,
  top: number,
): string {
  const scale = size / font.unitsPerEm;
  const baseline = left - font.descender * scale;
  const operators: string[] = [];
  for (const { path, x, y } of font.shape(text).outlines) {
    const point = (px: number, py: number): [number, number] => [
      baseline + (py + y) * scale,
      top + (px + x) * scale,
    ];
    let [fromX, fromY] = [0, 0];
    for (const [, command = '', numbers = ''] of path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
      const values = numbers
        .split(/[ ,]+/)
        .filter((one) => one !== '')
        .map(Number);
      const points: [number, number][] = [];
      for (let at = 0; at + 1 < values.length; at += 2)
        points.push(point(values[at] ?? 0, values[at + 1] ?? 0));
      const words = (list: readonly [number, number][]) => list.flat().map(pdfNumber).join(' ');
      if (command === 'Z') operators.push('h');
      else if (command === 'Q') {
        const [control = [0, 0], end = [0, 0]] = points;
        const first: [number, number] = [
          fromX + (2 / 3) * (control[0] - fromX),
          fromY + (2 / 3) * (control[1] - fromY),
        ];
        const second: [number, number] = [
          end[0] + (2 / 3) * (control[0] - end[0]),
          end[1] + (2 / 3) * (control[1] - end[1]),
        ];
        operators.push(`${words([first, second, end])} c`);
      } else operators.push(`${words(points)} ${command === 'M' ? 'm' : command === 'L' ? 'l' : 'c'}`);
      [fromX, fromY] = points.at(-1) ?? [fromX, fromY];
    }
  }
  return operators.join('\n');
}
