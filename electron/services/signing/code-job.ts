import type { CertificateSnapshot } from '../../../shared/domain/certificates/certificate.ts';
import type { QrPattern } from '../pdf/ink/qr-code.ts';

/** What the thread that signs is asked for: codes of some certificates, and the keys they are signed with. */
export interface CodeJob {
  id: number;
  snapshots: CertificateSnapshot[];
  seeds: [generation: number, seed: Uint8Array][];
}

/** A certificate's code as text and as it is drawn. */
export interface CertificateCode {
  text: string;
  pattern: QrPattern;
}

export type CodeAnswer = { id: number } & ({ codes: (CertificateCode | null)[] } | { failure: string });
