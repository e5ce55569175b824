import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { attempt } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { useHost } from '../../host/context.tsx';
import { type Candidate, withMissingCharacters } from '../../records/certificates/candidates.ts';
import { printedTexts } from '../../records/certificates/printed-texts.ts';
import { classVerdicts } from '../../records/certificates/verdicts.ts';
import { classMembers } from '../../records/classes/queries.ts';

/** Which characters the printing fonts lack, by learner; asked of the host, empty until it answers. */
function useMissingCharacters(of: TrainingClass, learnerIds: readonly string[]): ReadonlyMap<string, string> {
  const { database } = useRecords();
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

/** Everybody in the class with the verdict, what the fonts can't print included. */
export function useCandidates(of: TrainingClass, today: string): Candidate[] | undefined {
  const { database } = useRecords();
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
