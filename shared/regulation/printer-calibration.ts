/** Where the calibration sheet puts the cross of its upper left corner, and how long its rulers are; in millimetres. */
export const calibrationMarks = { fromLeft: 20, fromTop: 20, ruler: 100 } as const;

/** What a ruler says of a printed calibration sheet, in millimetres. */
export interface Measured {
  /** From the left edge of the paper to the upper left cross. */
  fromLeft: number;
  fromTop: number;
  /** Of the horizontal ruler. */
  across: number;
  down: number;
}

export interface Correction {
  /** To the right and downwards, in millimetres. */
  dx: number;
  dy: number;
  scaleX: number;
  scaleY: number;
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/**
 * How a drawing is to be moved and stretched so that it comes out where it should. A printer that puts what is at
 * x at a·x + b is undone by x/a − b/a.
 */
export function correctionFor({ fromLeft, fromTop, across, down }: Measured): Correction {
  const { ruler, fromLeft: left, fromTop: top } = calibrationMarks;
  const [scaleX, scaleY] = [ruler / across, ruler / down];
  const shift = (expected: number, found: number, scale: number) => expected - found * scale;
  return {
    dx: rounded(shift(left, fromLeft, scaleX), 2),
    dy: rounded(shift(top, fromTop, scaleY), 2),
    scaleX: rounded(scaleX, 4),
    scaleY: rounded(scaleY, 4),
  };
}

/** What must have been measured for a correction; its inverse. */
export function measuredFrom({ dx, dy, scaleX, scaleY }: Correction): Measured {
  const { ruler, fromLeft, fromTop } = calibrationMarks;
  return {
    fromLeft: rounded((fromLeft - dx) / scaleX, 1),
    fromTop: rounded((fromTop - dy) / scaleY, 1),
    across: rounded(ruler / scaleX, 1),
    down: rounded(ruler / scaleY, 1),
  };
}
