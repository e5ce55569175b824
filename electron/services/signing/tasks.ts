import type { CertificateSnapshot } from '../../../shared/domain/certificates/certificate.ts';
import type { QrPattern } from '../pdf/ink/qr-code.ts';
import { defineThread } from '../threads/definition.ts';
import type { Thread } from '../threads/thread.ts';

/** A certificate's code as text and as it is drawn. */
export interface CertificateCode {
  text: string;
  pattern: QrPattern;
}

export interface SigningTasks {
  /** Codes of certificates, with the keys they are signed with. */
  codes: {
    input: { snapshots: CertificateSnapshot[]; seeds: [generation: number, seed: Uint8Array][] };
    output: CertificateCode[];
  };
}

export const signingThread = defineThread<SigningTasks, null>({
  title: '签署证书',
  rules: { codes: { worker: 'shared' } },
});

export type SigningThread = Thread<SigningTasks, null>;
