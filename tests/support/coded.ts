import type { CodedCertificate } from '../../electron/services/pdf/certificates/certificates.ts';
import type { CertificateSnapshot } from '../../shared/domain/certificates/certificate.ts';

/** Certificates with a code that nobody signed: for tests of what else is on them. */
export function coded(...snapshots: CertificateSnapshot[]): CodedCertificate[] {
  return snapshots.map((snapshot) => ({ snapshot, code: 'JX1TEST' }));
}
