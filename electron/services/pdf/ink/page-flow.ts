import { flow } from './flow.ts';
import { Ink, type InkFont, millimetre, type PaperSize } from './ink.ts';

export const margin = 18 * millimetre;
const bottomMargin = 20 * millimetre;

/** Lines of `width` points; a break in the text stays one. */
export function wrapped(font: InkFont, text: string, size: number, width: number): string[] {
  return text
    .split('\n')
    .flatMap((line) =>
      line === ''
        ? ['']
        : flow([{ text: line, font, size }], width, 0).map((runs) => runs.map((run) => run.text).join('')),
    );
}

/** Pages filled from the top, one after another, in points. */
export class PageFlow {
  readonly pages: Ink[] = [];
  /** Where the next thing goes. */
  y = 0;
  /** Between the margins. */
  readonly width: number;

  constructor(readonly paper: PaperSize) {
    this.width = paper.width - 2 * margin;
    this.turnPage();
  }

  get ink(): Ink {
    const ink = this.pages.at(-1);
    if (!ink) throw new Error('no page is open');
    return ink;
  }

  private turnPage(): void {
    this.pages.push(new Ink());
    this.y = margin;
  }

  /** Turns the page where so much no longer fits; answers whether it did. */
  makeRoom(height: number): boolean {
    if (this.y + height <= this.paper.height - bottomMargin) return false;
    this.turnPage();
    return true;
  }
}
