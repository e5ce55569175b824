import { describeResult } from '../../../shared/domain/assessment.ts';
import type { Base } from '../../../shared/domain/base.ts';
import type { Certificate, CertificateSnapshot, SealedSnapshot } from '../../../shared/domain/certificate.ts';
import type { TrainingClass } from '../../../shared/domain/class.ts';
import { documentKinds, maskDocumentNumber } from '../../../shared/domain/identity-document.ts';
import { openLearner } from '../../database/learner-rows.ts';
import type { LearnerRow } from '../../database/rows.ts';
import type { Vault } from '../../database/vault.ts';
import type { LearnerVerdict } from './verdicts.ts';

export interface Issue {
  base: Base;
  of: TrainingClass;
  learner: LearnerRow;
  employerName: string;
  outcome: LearnerVerdict;
  number: string;
  today: string;
}

/** All that a certificate prints, as of now. */
export function snapshotOf(vault: Vault, issue: Issue): CertificateSnapshot {
  const { base, of, learner, employerName, outcome, number, today } = issue;
  const { hours } = outcome.verdict;
  const { document } = openLearner(vault, learner);
  const result = outcome.assessment ? describeResult(outcome.assessment) : '';
  return {
    layout: 'landscape-1',
    number,
    baseName: base.profile.name,
    approvalNumber: base.profile.approvalNumber,
    learnerName: learner.name,
    documentKind: documentKinds[document.kind],
    documentNumber: base.settings.maskDocumentNumber ? maskDocumentNumber(document.number) : document.number,
    employerName,
    classNumber: of.number,
    classTitle: of.title,
    startDate: of.startDate ?? today,
    endDate: of.endDate ?? today,
    years: hours.years,
    generalHours: hours.general,
    professionalHours: hours.professional,
    result: result === '合格' ? result : `${result}（合格）`,
    issueDate: today,
  };
}

function placeOf(certificateId: string): string {
  return `certificates/${certificateId}/documentNumber`;
}

/** The snapshot as it is kept. */
export function sealSnapshot(
  vault: Vault,
  certificateId: string,
  snapshot: CertificateSnapshot,
): SealedSnapshot {
  return { ...snapshot, documentNumber: vault.seal(placeOf(certificateId), snapshot.documentNumber) };
}

/** The snapshot as it is printed. @throws Refusal sealBroken */
export function openSnapshot(vault: Vault, { id, snapshot }: Certificate): CertificateSnapshot {
  return { ...snapshot, documentNumber: vault.open(placeOf(id), snapshot.documentNumber) };
}
