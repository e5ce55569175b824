import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrationMarks, correctionFor, measuredFrom } from './printer-calibration.ts';

describe('what a ruler says becomes a correction', () => {
  test.each([
    [
      'nothing is off',
      { fromLeft: 20, fromTop: 20, across: 100, down: 100 },
      { dx: 0, dy: 0, scaleX: 1, scaleY: 1 },
    ],
    [
      'all is 2 mm too far left and 1.5 mm too low',
      { fromLeft: 18, fromTop: 21.5, across: 100, down: 100 },
      { dx: 2, dy: -1.5, scaleX: 1, scaleY: 1 },
    ],
    [
      'all comes out one hundredth too short',
      { fromLeft: 19.8, fromTop: 19.8, across: 99, down: 99 },
      { dx: 0, dy: 0, scaleX: 1.0101, scaleY: 1.0101 },
    ],
  ])('%s', (_, measured, correction) => {
    const made = correctionFor(measured);
    expect({ ...made, dx: made.dx + 0, dy: made.dy + 0 }).toEqual(correction);
  });
});

test('a corrected drawing comes out where it should, whatever the printer does', () => {
  const { fromLeft, ruler } = calibrationMarks;
  fc.assert(
    fc.property(
      fc.double({ min: 0.95, max: 1.05, noNaN: true }),
      fc.double({ min: -10, max: 10, noNaN: true }),
      fc.double({ min: 0, max: 297, noNaN: true }),
      (stretch, shift, at) => {
        const print = (x: number) => stretch * x + shift;
        const across = print(ruler) - print(0);
        const { dx, scaleX } = correctionFor({
          fromLeft: print(fromLeft),
          fromTop: 20,
          across,
          down: 100,
        });
        expect(Math.abs(print(at * scaleX + dx) - at)).toBeLessThan(0.1);
      },
    ),
  );
});

test('what was measured is shown again when a printer is opened', () => {
  const measured = { fromLeft: 18, fromTop: 21.5, across: 99.5, down: 100.5 };
  expect(measuredFrom(correctionFor(measured))).toEqual(measured);
});
