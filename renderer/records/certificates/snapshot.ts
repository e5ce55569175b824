import type { Base } from '../../../shared/domain/base/base.ts';
import { same } from '../../../shared/domain/base/same.ts';
import type { CertificateSnapshot } from '../../../shared/domain/certificates/certificate.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { printedResult } from '../../../shared/regulation/correction-effect.ts';
import type { LearnerRow } from '../../database/tables/learner-row.ts';
import type { Vault } from '../../database/vault.ts';
import { statedDocument } from '../sealing/snapshots.ts';
import type { LearnerVerdict } from './verdicts.ts';

export interface Issue {
  base: Base;
  of: TrainingClass;
  learner: LearnerRow;
  employerName: string;
  outcome: LearnerVerdict;
  number: string;
  today: string;
  /** The number of the certificate this one corrects. */
  replaces: string | null;
  /** The version of the design it takes. */
  designVersionId: string;
}

/** All that a certificate prints, as of now. */
export function snapshotOf(vault: Vault, issue: Issue): CertificateSnapshot {
  const { base, of, learner, employerName, outcome, number, today, replaces, designVersionId } = issue;
  const { hours } = outcome.verdict;
  return {
    designVersionId,
    proof: { generation: base.signing.generation },
    number,
    baseName: base.profile.name,
    approvalNumber: base.profile.approvalNumber,
    learnerName: learner.name,
    ...statedDocument(vault, learner, base.settings),
    employerName,
    classNumber: of.number,
    classTitle: of.title,
    startDate: of.startDate ?? today,
    endDate: of.endDate ?? today,
    years: hours.years,
    generalHours: hours.general,
    professionalHours: hours.professional,
    result: printedResult(outcome.assessment),
    issueDate: today,
    replaces,
    photo: learner.photo?.hash ?? null,
    mongolianName: learner.mongolianName,
    mongolianBaseName: base.profile.mongolianName,
  };
}

/** Whether two certificates state the same of the same training, whatever their number, day and look. */
export function statesTheSame(one: CertificateSnapshot, other: CertificateSnapshot): boolean {
  const statement = ({
    number: _number,
    issueDate: _day,
    replaces: _old,
    designVersionId: _look,
    photo: _photo,
    proof: _key,
    ...stated
  }: CertificateSnapshot) => stated;
  return same(statement(one), statement(other));
}
