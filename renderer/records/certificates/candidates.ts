import type { RefusalReason } from '../../../shared/regulation/certificate-verdict.ts';
import type { LearnerRow } from '../../database/tables/learner-row.ts';
import type { LearnerVerdict } from './verdicts.ts';

export interface Candidate extends LearnerVerdict {
  learner: LearnerRow;
}

export type Standing = 'eligible' | 'issued' | 'refused';

export function standingOf({ certificate, verdict }: Candidate): Standing {
  if (certificate) return 'issued';
  return verdict.eligible ? 'eligible' : 'refused';
}

export function withMissingCharacters(candidate: Candidate, characters: string | undefined): Candidate {
  if (characters === undefined || !candidate.verdict.eligible) return candidate;
  const reasons: RefusalReason[] = [{ code: 'missingCharacters', characters }];
  return { ...candidate, verdict: { ...candidate.verdict, eligible: false, reasons } };
}
