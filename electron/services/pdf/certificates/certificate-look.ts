import type { NamedDesign } from '../../../../shared/contract/designs.ts';
import type { CertificateSnapshot } from '../../../../shared/domain/certificates/certificate.ts';
import { sidesOf } from '../../../../shared/domain/certificates/certificate-design.ts';
import { a4Landscape, millimetre, type PaperSize } from '../ink/ink.ts';
import type { InkDocument } from '../ink/ink-document.ts';
import { drawCertificate, drawCode, drawFixed } from './certificate-layout.ts';
import {
  DesignDrawer,
  type DesignMeans,
  type DrawnCertificate,
  type DrawnPart,
} from './design/draw-design.ts';

/** One side of the paper: what all certificates of one base share, and what is one certificate's own. */
export interface Side {
  drawFixed(sample: CertificateSnapshot): DrawnPart;
  drawOwn(of: DrawnCertificate): DrawnPart;
}

/** What certificates are drawn by: their paper, and its sides from the front. */
export interface Look {
  paper: PaperSize;
  sides: readonly Side[];
}

const printedFields = [
  'baseName',
  'approvalNumber',
  'learnerName',
  'employerName',
  'classNumber',
  'classTitle',
  'number',
  'documentNumber',
] as const;

/** The look of certificates that were issued without a design. */
export function plainLook(document: InkDocument): Look {
  const side: Side = {
    drawFixed: ({ baseName }) => ({ ink: drawFixed(document, baseName), problems: [] }),
    drawOwn({ snapshot, code }) {
      const characters = document.missingIn(printedFields.map((field) => snapshot[field]).join(''));
      const ink = drawCertificate(document, snapshot);
      if (code !== null) drawCode(document, ink, code);
      return { ink, problems: characters.length === 0 ? [] : [{ kind: 'missing', characters }] };
    },
  };
  return { paper: a4Landscape, sides: [side] };
}

/** @param onBlank whether the paper is preprinted: what stands on it already is not printed again */
export function designLook(
  document: InkDocument,
  { design }: NamedDesign,
  means: DesignMeans,
  onBlank: boolean,
): Look {
  return {
    paper: { width: design.width * millimetre, height: design.height * millimetre },
    sides: sidesOf(design).map((elements) => {
      const shown = elements.filter((element) => !(onBlank && element.onBlank));
      return new DesignDrawer(document, shown, means);
    }),
  };
}
