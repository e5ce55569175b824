import type { ImprovementTask } from '../../../shared/domain/teaching/improvement-task.ts';
import type { PlanLine } from '../../../shared/domain/teaching/plan.ts';
import { type RunResult, textsOf } from '../../../shared/regulation/run-result.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { listRuns, readRunResult } from '../surveys/queries.ts';

export interface PlanEvidenceFound {
  /** The runs that the lines name, by id. */
  results: ReadonlyMap<string, RunResult>;
  /** What was written in each run, in an order that says nothing. */
  comments: ReadonlyMap<string, string[]>;
  tasks: ImprovementTask[];
}

/** What was written in a run, in an order that says nothing; nothing below five answers. */
export async function commentsOf({ rows }: BaseDatabase, { run, lines }: RunResult): Promise<string[]> {
  const asked = lines.filter(({ question }) => question.kind === 'text');
  if (asked.length === 0) return [];
  const answers = (await rows.surveyAnswers.get(run.id))?.answers ?? [];
  return asked.flatMap(({ key }) => textsOf(answers, key)).sort();
}

/** What the evaluations behind some lines came to, and what was undertaken because of them (第24条). */
export async function readEvidence(
  database: BaseDatabase,
  lines: readonly PlanLine[],
): Promise<PlanEvidenceFound> {
  const wanted = new Set(lines.flatMap(({ evidence }) => evidence.runIds));
  const runs = (await listRuns(database)).filter(({ id, closed }) => wanted.has(id) && closed !== null);
  const [results, tasks] = await Promise.all([
    Promise.all(runs.map((run) => readRunResult(database, run))),
    database.rows.improvementTasks
      .where('planLineId')
      .anyOf(lines.map(({ id }) => id))
      .toArray(),
  ]);
  const comments = await Promise.all(results.map((result) => commentsOf(database, result)));
  return {
    comments: new Map(results.map(({ run }, index) => [run.id, comments[index] ?? []])),
    results: new Map(results.map((result) => [result.run.id, result])),
    tasks: tasks.sort((a, b) => a.dueOn.localeCompare(b.dueOn)),
  };
}
