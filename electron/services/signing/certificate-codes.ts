import type { CertificateSnapshot } from '../../../shared/domain/certificates/certificate.ts';
import { maskDocumentNumber } from '../../../shared/domain/people/identity-document.ts';
import { type CertificateClaim, claimText, signedBytes } from '../../../shared/exchange/proof/claim.ts';
import type { CodedCertificate } from '../pdf/certificates/certificates.ts';
import type { Signer } from './signing-keys.ts';

/** What a certificate's code says of it; the document number is masked whatever is printed in words. */
function claimOf(snapshot: CertificateSnapshot): CertificateClaim {
  const { documentNumber } = snapshot;
  return {
    number: snapshot.number,
    learnerName: snapshot.learnerName,
    maskedDocument: documentNumber.includes('*') ? documentNumber : maskDocumentNumber(documentNumber),
    classTitle: snapshot.classTitle,
    startDate: snapshot.startDate,
    endDate: snapshot.endDate,
    generalHours: snapshot.generalHours,
    professionalHours: snapshot.professionalHours,
    issueDate: snapshot.issueDate,
    replaces: snapshot.replaces ?? '',
  };
}

/** The text of a certificate's QR code. */
export function codeOf(signer: Signer, snapshot: CertificateSnapshot): string {
  const claim = claimOf(snapshot);
  return claimText(signer.id, claim, signer.sign(signedBytes(signer.id, claim)));
}

/** Certificates, each with the text of its QR code. @throws Refusal keysLocked */
export function codedCertificates(
  keys: { signer(generation: number): Signer },
  snapshots: readonly CertificateSnapshot[],
): CodedCertificate[] {
  const signers = new Map<number, Signer>();
  return snapshots.map((snapshot) => {
    const { generation } = snapshot.proof;
    const signer = signers.get(generation) ?? keys.signer(generation);
    signers.set(generation, signer);
    return { snapshot, code: codeOf(signer, snapshot) };
  });
}
