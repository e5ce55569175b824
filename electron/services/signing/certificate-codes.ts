import type { CertificateSnapshot } from '../../../shared/domain/certificates/certificate.ts';
import { maskDocumentNumber } from '../../../shared/domain/people/identity-document.ts';
import { type CertificateClaim, claimText, signedBytes } from '../../../shared/exchange/proof/claim.ts';
import type { Signer } from './signing-keys.ts';

/** What a certificate's code says of it; the document number is masked whatever is printed in words. */
export function claimOf(snapshot: CertificateSnapshot): CertificateClaim {
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

/** The text of each certificate's QR code; null for those issued before there were any. @throws Refusal keysLocked */
export function certificateCodes(
  keys: { signer(generation: number): Signer },
  snapshots: readonly CertificateSnapshot[],
): (string | null)[] {
  const signers = new Map<number, Signer>();
  return snapshots.map((snapshot) => {
    if (!snapshot.proof) return null;
    const { generation } = snapshot.proof;
    const signer = signers.get(generation) ?? keys.signer(generation);
    signers.set(generation, signer);
    const claim = claimOf(snapshot);
    return claimText(signer.id, claim, signer.sign(signedBytes(signer.id, claim)));
  });
}
