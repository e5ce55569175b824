import type { CertificateSnapshot } from '../../../../../shared/domain/certificates/certificate.ts';
import type {
  DesignElement,
  ElementOf,
} from '../../../../../shared/domain/certificates/certificate-design.ts';
import { filledMarks, filledText } from '../../../../../shared/domain/certificates/certificate-field.ts';
import { type Color, Ink, millimetre } from '../../ink/ink.ts';
import type { InkDocument } from '../../ink/ink-document.ts';
import { drawQrCode, type QrPattern } from '../../ink/qr-code.ts';
import { drawBorder } from './draw-border.ts';
import { splitLayers } from './layers.ts';
import { columnsOf, drawColumn, type MongolianFont, missingInMongolian } from './mongolian.ts';
import { drawText, type TextBox } from './set-text.ts';

/** What a design is drawn with beside the document's own fonts. */
export interface DesignMeans {
  mongolian: MongolianFont;
  /** Pictures by the hash of their content; one that is not there is left out and reported. */
  images: ReadonlyMap<string, Uint8Array>;
}

/** What is wrong with one certificate of a design, in words for the person at the desk. */
export type DesignProblem =
  | { kind: 'missing'; characters: string[] }
  | { kind: 'tooLong'; element: string }
  | { kind: 'noImage' };

function colorOf(hex: string): Color {
  const value = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [value(1), value(3), value(5)];
}

function boxOf({ x, y, width, height }: DesignElement): TextBox {
  return { x: x * millimetre, y: y * millimetre, width: width * millimetre, height: height * millimetre };
}

const seal: Color = [0.78, 0.78, 0.78];

function drawMongolian(
  document: InkDocument,
  ink: Ink,
  element: ElementOf<'mongolian'>,
  text: string,
  box: TextBox,
  { mongolian }: DesignMeans,
): boolean {
  if (text.trim() === '') return true;
  for (let size = element.size; size >= Math.min(element.size, element.least) - 1e-6; size -= 0.5) {
    const columns = columnsOf(mongolian, text, size, box.height);
    const pitch = size * element.leading;
    if (!columns || pitch * (columns.length - 1) + size > box.width + 0.5) continue;
    for (const [index, column] of columns.entries()) {
      const place = { left: box.x + index * pitch, top: box.y, size, color: colorOf(element.color) };
      drawColumn(document, ink, mongolian, column, place);
    }
    return true;
  }
  return false;
}

export interface DrawnCertificate {
  snapshot: CertificateSnapshot;
  code: QrPattern | null;
  /** The hash of the learner's photo; null without one. */
  photo: string | null;
}

/** A drawing, and what of it would not come out as it is written. */
export interface DrawnPart {
  ink: Ink;
  problems: DesignProblem[];
}

/** A side of a design made ready: what is fixed is laid out once, what differs is drawn for each certificate. */
export class DesignDrawer {
  private readonly fixed: readonly DesignElement[];
  private readonly own: readonly DesignElement[];

  constructor(
    private readonly document: InkDocument,
    elements: readonly DesignElement[],
    private readonly means: DesignMeans,
  ) {
    const { fixed, own } = splitLayers(elements);
    this.fixed = fixed;
    this.own = own;
  }

  /** What every certificate of one base shares. */
  drawFixed(sample: CertificateSnapshot): DrawnPart {
    return this.drawPart(this.fixed, { snapshot: sample, code: null, photo: null });
  }

  /** What differs from one certificate to the next. */
  drawOwn(of: DrawnCertificate): DrawnPart {
    return this.drawPart(this.own, of);
  }

  private drawPart(elements: readonly DesignElement[], of: DrawnCertificate): DrawnPart {
    const ink = new Ink();
    const problems: DesignProblem[] = [];
    const missing = new Set<string>();
    for (const element of elements) {
      for (const character of this.missingIn(element, of.snapshot)) missing.add(character);
      if (element.kind === 'image' && !this.means.images.has(element.hash))
        problems.push({ kind: 'noImage' });
      if (!this.draw(ink, element, of) && (element.kind === 'text' || element.kind === 'mongolian')) {
        problems.push({ kind: 'tooLong', element: filledText(element.text, of.snapshot).slice(0, 20) });
      }
    }
    if (missing.size > 0) problems.unshift({ kind: 'missing', characters: [...missing] });
    return { ink, problems };
  }

  private missingIn(element: DesignElement, snapshot: CertificateSnapshot): string[] {
    if (element.kind === 'mongolian')
      return missingInMongolian(this.means.mongolian, filledText(element.text, snapshot));
    if (element.kind !== 'text') return [];
    return [...filledText(element.text, snapshot)].filter((character) => this.document.lacks(character));
  }

  /** @returns false where it does not fit */
  private draw(ink: Ink, element: DesignElement, { snapshot, code, photo }: DrawnCertificate): boolean {
    const box = boxOf(element);
    switch (element.kind) {
      case 'text':
        return drawText(
          this.document,
          ink,
          filledMarks(element.text, snapshot),
          element,
          box,
          colorOf(element.color),
        );
      case 'mongolian':
        return drawMongolian(
          this.document,
          ink,
          element,
          filledText(element.text, snapshot),
          box,
          this.means,
        );
      case 'code':
        if (code !== null) drawQrCode(ink, code, box.x, box.y, Math.min(box.width, box.height));
        return true;
      case 'photo':
      case 'image': {
        const hash = element.kind === 'image' ? element.hash : photo;
        const bytes = hash === null ? undefined : this.means.images.get(hash);
        if (hash !== null && bytes)
          ink.image(this.document.imageOf(hash, bytes), box.x, box.y, box.width, box.height);
        return true;
      }
      case 'seal':
        ink.textCentred(box.x + box.width / 2, box.y + 12, element.note, {
          font: this.document.regular,
          size: 8,
          color: seal,
        });
        return true;
      case 'line':
        ink.line(
          box.x,
          box.y,
          box.x + box.width,
          box.width > box.height ? box.y : box.y + box.height,
          element.stroke,
          colorOf(element.color),
        );
        return true;
      case 'border':
        drawBorder(ink, element, box, colorOf(element.color), colorOf(element.accent));
        return true;
      case 'fill':
        ink.fill(box.x, box.y, box.width, box.height, colorOf(element.color));
        return true;
    }
  }
}
