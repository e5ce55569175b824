import type { InkFont } from './ink.ts';

/** A stretch of text in one font; `whole` stretches are not broken across lines. */
export interface Segment {
  text: string;
  font: InkFont;
  size: number;
}

interface Placed {
  character: string;
  font: InkFont;
  size: number;
  width: number;
}

interface FlowedRun {
  x: number;
  text: string;
  font: InkFont;
  size: number;
  spacing: number;
}
export type FlowedLine = FlowedRun[];

const neverFirst = new Set('，。、；：！？）》」』〕】”’%·)],.');
const neverLast = new Set('（《「『〔【“‘([');
const wordCharacter = /[A-Za-z0-9*/\-_.]/;

/** Where a line may end before `next`: not inside a number or word, not before closing punctuation. */
function mayBreak(previous: Placed | undefined, next: Placed): boolean {
  if (!previous) return true;
  if (neverFirst.has(next.character) || neverLast.has(previous.character)) return false;
  return !(wordCharacter.test(previous.character) && wordCharacter.test(next.character));
}

function toRuns(line: Placed[], indent: number, slack: number, widestGap: number): FlowedLine {
  const stretched = line.length > 1 ? slack / (line.length - 1) : 0;
  const spacing = stretched > widestGap ? 0 : stretched;
  const runs: FlowedRun[] = [];
  let x = indent;
  for (const { character, font, size, width } of line) {
    const last = runs.at(-1);
    if (last && last.font === font && last.size === size) last.text += character;
    else runs.push({ x, text: character, font, size, spacing });
    x += width + spacing;
  }
  return runs;
}

/**
 * Sets segments as a Chinese paragraph: justified lines of `width` points, the first indented by
 * `indent` points.
 * @param widestGap in points; a line that would be stretched further, as before a long number, stays ragged
 */
export function flow(
  segments: readonly Segment[],
  width: number,
  indent: number,
  widestGap = Number.POSITIVE_INFINITY,
): FlowedLine[] {
  const characters: Placed[] = segments.flatMap(({ text, font, size }) =>
    [...text].map((character) => ({
      character,
      font,
      size,
      width: (font.glyph(character).width * size) / 1000,
    })),
  );
  const lines: FlowedLine[] = [];
  let line: Placed[] = [];
  let used = indent;
  let start = indent;
  for (const next of characters) {
    if (used + next.width > width && line.length > 0) {
      let cut = line.length;
      while (cut > 0 && !mayBreak(line[cut - 1], line[cut] ?? next)) cut -= 1;
      if (cut === 0) cut = line.length;
      const kept = line.slice(0, cut);
      const slack = width - start - kept.reduce((sum, placed) => sum + placed.width, 0);
      lines.push(toRuns(kept, start, slack, widestGap));
      line = line.slice(cut);
      start = 0;
      used = line.reduce((sum, placed) => sum + placed.width, 0);
    }
    line.push(next);
    used += next.width;
  }
  if (line.length > 0) lines.push(toRuns(line, start, 0, widestGap));
  return lines;
}
