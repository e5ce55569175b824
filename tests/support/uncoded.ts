import type { CodedCertificate } from '../../electron/services/pdf/certificates/certificates.ts';
import type { CertificateSnapshot } from '../../shared/domain/certificates/certificate.ts';

/** Certificates as they were issued before there were codes. */
export function uncoded(...snapshots: CertificateSnapshot[]): CodedCertificate[] {
  return snapshots.map((snapshot) => ({ snapshot, code: null }));
}
