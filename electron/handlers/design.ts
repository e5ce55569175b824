import { randomUUID } from 'node:crypto';
import { rightPlace } from '../../shared/contract/designs.ts';
import type { Handlers } from '../../shared/contract/host.ts';
import { refusal } from '../../shared/refusals/index.ts';
import type { Services } from '../services/create-services.ts';
import { certificateCodes } from '../services/signing/certificate-codes.ts';
import { imagesFor } from './print-jobs.ts';

/** The handlers of certificates' looks. */
export function designHandlers(services: Services): Handlers['designs'] {
  const { printer, signingKeys, pictures } = services;
  return {
    preview: async ({ design, certificate, onBlank, height }) => {
      const id = randomUUID();
      const snapshot = { ...certificate, layout: 'design' as const, designVersionId: id };
      const designs = [{ id, design }];
      const [code = null] = certificateCodes(signingKeys, [snapshot]);
      const images = await imagesFor(services, designs, [snapshot]);
      const means = { designs, images, onBlank, place: rightPlace };
      const made = await printer.run(id, { kind: 'preview', certificate: { snapshot, code }, means });
      const { pdf, problems } = 'pdf' in made ? made : { pdf: new Uint8Array(), problems: [] };
      const { thumbnail } = await pictures.inspect(pdf, 'application/pdf', height);
      if (!thumbnail) throw refusal('internal', { what: '预览没有画出来' });
      return { picture: new Uint8Array(thumbnail), problems };
    },
    check: async ({ certificates, designs, onBlank, place }) => {
      const codes = certificateCodes(signingKeys, certificates);
      const images = await imagesFor(services, designs, certificates);
      const made = await printer.run(randomUUID(), {
        kind: 'checkCertificates',
        certificates: certificates.map((snapshot, index) => ({ snapshot, code: codes[index] ?? null })),
        means: { designs, images, onBlank, place },
      });
      return { problems: 'problemsOfEach' in made ? made.problemsOfEach : [] };
    },
  };
}
