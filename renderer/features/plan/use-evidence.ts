import { useLiveQuery } from 'dexie-react-hooks';
import type { PlanLine } from '../../../shared/domain/teaching/plan.ts';
import { useRecords } from '../../components/records-context.tsx';
import { type PlanEvidenceFound, readEvidence } from '../../records/plan/evidence.ts';

export function useEvidence(lines: readonly PlanLine[]): PlanEvidenceFound | undefined {
  const { database } = useRecords();
  const key = lines.map(({ id, evidence }) => `${id} ${evidence.runIds.join()}`).join(';');
  return useLiveQuery(() => readEvidence(database, lines), [database, key]);
}
