import { randomUUID } from 'node:crypto';
import { rightPlace } from '../../shared/contract/designs.ts';
import type { Handlers } from '../../shared/contract/host.ts';
import { refusal } from '../../shared/refusals/index.ts';
import type { Services } from '../services/create-services.ts';
import { imagesFor } from '../services/pdf/certificates/images.ts';
import { codedCertificates, codeOf } from '../services/signing/certificate-codes.ts';

/** The handlers of certificates' looks. */
export function designsHandlers({ printer, signingKeys, pictures, proofs }: Services): Handlers['designs'] {
  return {
    preview: async ({ design, certificate, onBlank, height }) => {
      const id = randomUUID();
      const snapshot = { ...certificate, designVersionId: id };
      const designs = [{ id, design }];
      const code = codeOf(signingKeys.signer(snapshot.proof.generation), snapshot);
      const images = await imagesFor(proofs, designs, [snapshot]);
      const means = { designs, images, onBlank, place: rightPlace };
      const { pdf, problems } = await printer.run('preview', { certificate: { snapshot, code }, means });
      const { thumbnail } = await pictures.inspect(pdf, 'application/pdf', height);
      if (!thumbnail) throw refusal('internal', { what: '预览没有画出来' });
      return { picture: new Uint8Array(thumbnail), problems };
    },
    check: async ({ certificates, designs, onBlank, place }) => {
      const images = await imagesFor(proofs, designs, certificates);
      return printer.run('checkCertificates', {
        certificates: codedCertificates(signingKeys, certificates),
        means: { designs, images, onBlank, place },
      });
    },
  };
}
