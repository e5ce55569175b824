import type { NamedDesign } from '../../../../shared/contract/designs.ts';
import type { CertificateSnapshot } from '../../../../shared/domain/certificates/certificate.ts';
import { sidesOf } from '../../../../shared/domain/certificates/certificate-design.ts';
import { millimetre, type PaperSize } from '../ink/ink.ts';
import type { InkDocument } from '../ink/ink-document.ts';
import {
  DesignDrawer,
  type DesignMeans,
  type DrawnCertificate,
  type DrawnPart,
} from './design/draw-design.ts';

/** One side of the paper: what all certificates of one base share, and what is one certificate's own. */
interface Side {
  drawFixed(sample: CertificateSnapshot): DrawnPart;
  drawOwn(of: DrawnCertificate): DrawnPart;
}

/** What certificates are drawn by: their paper, and its sides from the front. */
export interface Look {
  paper: PaperSize;
  sides: readonly Side[];
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
