import { calibrationMarks } from '../../../../shared/regulation/printer-calibration.ts';
import { grey, millimetre } from '../ink/ink.ts';
import type { InkDocument } from '../ink/ink-document.ts';
import type { PageFlow } from '../ink/page-flow.ts';

const { fromLeft: fromEdge, ruler: rulerLength } = calibrationMarks;

/** Everything the sheet says, for the check of characters. */
export const calibrationWords = `十字中心离纸边 ${fromEdge} 毫米　标尺长 ${rulerLength} 毫米`;

/** Draws crosses at known distances from the paper's edges, and rulers of known length. */
export function setCalibration({ ink, paper }: PageFlow, { regular }: InkDocument): void {
  const edge = fromEdge * millimetre;
  for (const x of [edge, paper.width - edge]) {
    for (const y of [edge, paper.height - edge]) {
      ink.line(x - 15, y, x + 15, y, 0.4).line(x, y - 15, x, y + 15, 0.4);
    }
  }
  const [left, top] = [paper.width / 2 - (rulerLength / 2) * millimetre, paper.height / 2];
  ink.line(left, top, left + rulerLength * millimetre, top, 0.6);
  const [middle, up] = [left - 30, top - (rulerLength / 2) * millimetre];
  ink.line(middle, up, middle, up + rulerLength * millimetre, 0.6);
  for (let at = 0; at <= rulerLength; at += 5) {
    const tick = at % 10 === 0 ? 9 : 5;
    ink.line(left + at * millimetre, top, left + at * millimetre, top - tick, 0.4);
    ink.line(middle, up + at * millimetre, middle + tick, up + at * millimetre, 0.4);
  }
  ink.textCentred(paper.width / 2, top + 24, calibrationWords, { font: regular, size: 11, color: grey });
}
