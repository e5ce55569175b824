import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import type { RefusalReason } from '../../../shared/regulation/certificate-verdict.ts';
import { attempt } from '../../components/notify.ts';
import { useDatabase } from '../../database/context.tsx';
import type { LearnerRow } from '../../database/rows.ts';
import { useHost } from '../../host/context.tsx';
import { classMembers } from '../classes/index.ts';
import { printedTexts } from './printed-texts.ts';
import { classVerdicts, type LearnerVerdict } from './verdicts.ts';

export interface Candidate extends LearnerVerdict {
  learner: LearnerRow;
}

export type Standing = 'eligible' | 'issued' | 'refused';

export function standingOf({ certificate, verdict }: Candidate): Standing {
  if (certificate) return 'issued';
  return verdict.eligible ? 'eligible' : 'refused';
}

/** Which characters the printing fonts lack, by learner; asked of the host, empty until it answers. */
function useMissingCharacters(of: TrainingClass, learnerIds: readonly string[]): ReadonlyMap<string, string> {
  const { database } = useDatabase();
  const { host } = useHost();
  const [missing, setMissing] = useState<ReadonlyMap<string, string>>(new Map());
  const key = learnerIds.join();
  useEffect(() => {
    const ids = key === '' ? [] : key.split(',');
    if (ids.length === 0) return;
    void attempt(async () => {
      const texts = await printedTexts(database, of, ids);
      const found = (await host.certificates.missingCharacters({ texts })).missing;
      setMissing(
        new Map(
          ids.flatMap((id, index) => (found[index]?.length ? [[id, found[index].join('')] as const] : [])),
        ),
      );
    });
  }, [database, host, of, key]);
  return missing;
}

function withMissingCharacters(candidate: Candidate, characters: string | undefined): Candidate {
  if (characters === undefined || !candidate.verdict.eligible) return candidate;
  const reasons: RefusalReason[] = [{ code: 'missingCharacters', characters }];
  return { ...candidate, verdict: { ...candidate.verdict, eligible: false, reasons } };
}

/** Everybody in the class with the verdict, what the fonts can't print included. */
export function useCandidates(of: TrainingClass, today: string): Candidate[] | undefined {
  const { database } = useDatabase();
  const candidates = useLiveQuery(async () => {
    const [members, verdicts] = await Promise.all([
      classMembers(database, of.id),
      classVerdicts(database, of, today),
    ]);
    return members.flatMap(({ learner }): Candidate[] => {
      const outcome = verdicts.get(learner.id);
      return outcome ? [{ ...outcome, learner }] : [];
    });
  }, [database, of, today]);
  const eligible = (candidates ?? [])
    .filter(({ verdict }) => verdict.eligible)
    .map(({ learner }) => learner.id);
  const missing = useMissingCharacters(of, eligible);
  return candidates?.map((candidate) => withMissingCharacters(candidate, missing.get(candidate.learner.id)));
}
