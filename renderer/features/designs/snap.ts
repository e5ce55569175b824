import type { DesignElement } from '../../../shared/domain/certificates/certificate-design.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Nearer than this, in millimetres, a box jumps to the line. */
const reach = 1.5;

interface Snapped {
  at: number;
  /** The line it jumped to; null where it jumped to none. */
  line: number | null;
}

function snapAxis(start: number, length: number, lines: readonly number[]): Snapped {
  let best: { line: number; by: number } | null = null;
  for (const line of lines) {
    for (const edge of [start, start + length / 2, start + length]) {
      const by = line - edge;
      if (Math.abs(by) <= reach && (best === null || Math.abs(by) < Math.abs(best.by))) best = { line, by };
    }
  }
  return best ? { at: start + best.by, line: best.line } : { at: start, line: null };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/**
 * A box that is being moved, drawn to the edges and middles of the paper and of what else is on it.
 * @returns its place in tenths of a millimetre, and the lines it lies on
 */
export function snapped(
  box: Box,
  paper: { width: number; height: number },
  others: readonly DesignElement[],
): { x: number; y: number; vertical: number | null; horizontal: number | null } {
  const linesOf = (start: 'x' | 'y', length: 'width' | 'height') => [
    0,
    paper[length] / 2,
    paper[length],
    ...others.flatMap((one) => [one[start], one[start] + one[length] / 2, one[start] + one[length]]),
  ];
  const x = snapAxis(box.x, box.width, linesOf('x', 'width'));
  const y = snapAxis(box.y, box.height, linesOf('y', 'height'));
  return { x: rounded(x.at), y: rounded(y.at), vertical: x.line, horizontal: y.line };
}

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

/** Boxes lined up by the outermost of them; one alone by the paper. */
export function aligned<Element extends Box>(
  elements: readonly Element[],
  how: Alignment,
  paper: { width: number; height: number },
): Element[] {
  const alone = elements.length < 2;
  const left = alone ? 0 : Math.min(...elements.map(({ x }) => x));
  const right = alone ? paper.width : Math.max(...elements.map(({ x, width }) => x + width));
  const top = alone ? 0 : Math.min(...elements.map(({ y }) => y));
  const bottom = alone ? paper.height : Math.max(...elements.map(({ y, height }) => y + height));
  const placeOf = (one: Element): Partial<Box> => {
    switch (how) {
      case 'left':
        return { x: left };
      case 'centre':
        return { x: (left + right - one.width) / 2 };
      case 'right':
        return { x: right - one.width };
      case 'top':
        return { y: top };
      case 'middle':
        return { y: (top + bottom - one.height) / 2 };
      case 'bottom':
        return { y: bottom - one.height };
    }
  };
  return elements.map((one) => {
    const { x = one.x, y = one.y } = placeOf(one);
    return { ...one, x: rounded(x), y: rounded(y) };
  });
}
