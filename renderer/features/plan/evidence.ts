import { useLiveQuery } from 'dexie-react-hooks';
import type { ImprovementTask } from '../../../shared/domain/improvement-task.ts';
import type { PlanLine } from '../../../shared/domain/plan.ts';
import { useDatabase } from '../../database/context.tsx';
import type { BaseDatabase } from '../../database/schema.ts';
import { listRuns, type RunResult, readRunResult } from '../surveys/index.ts';

export interface PlanEvidenceFound {
  /** The runs that the lines name, by id. */
  results: ReadonlyMap<string, RunResult>;
  tasks: ImprovementTask[];
}

/** What the evaluations behind some lines came to, and what was undertaken because of them (第24条). */
export async function readEvidence(
  database: BaseDatabase,
  lines: readonly PlanLine[],
): Promise<PlanEvidenceFound> {
  const wanted = new Set(lines.flatMap(({ evidence }) => evidence?.runIds ?? []));
  const runs = (await listRuns(database)).filter(({ id, closed }) => wanted.has(id) && closed !== null);
  const [results, tasks] = await Promise.all([
    Promise.all(runs.map((run) => readRunResult(database, run))),
    database.rows.improvementTasks
      .where('planLineId')
      .anyOf(lines.map(({ id }) => id))
      .toArray(),
  ]);
  return {
    results: new Map(results.map((result) => [result.run.id, result])),
    tasks: tasks.sort((a, b) => a.dueOn.localeCompare(b.dueOn)),
  };
}

export function useEvidence(lines: readonly PlanLine[]): PlanEvidenceFound | undefined {
  const { database } = useDatabase();
  const key = lines.map(({ id, evidence }) => `${id} ${evidence?.runIds.join()}`).join(';');
  return useLiveQuery(() => readEvidence(database, lines), [database, key]);
}
