import type { Survey } from '../../../shared/domain/surveys/survey.ts';
import type { ListedRun } from '../../../shared/domain/surveys/survey-run.ts';
import { type RunResult, runResult } from '../../../shared/regulation/run-result.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { mustGetBase } from '../lookups.ts';

export interface ListedSurvey extends Survey {
  /** To how many classes or others it was given. */
  runs: number;
}

export async function readSurveys(database: BaseDatabase): Promise<ListedSurvey[]> {
  const [surveys, runs] = await Promise.all([
    database.rows.surveys.toArray(),
    database.rows.surveyRuns.toArray(),
  ]);
  return surveys.map((survey) => ({
    ...survey,
    runs: runs.filter(({ surveyId }) => surveyId === survey.id).length,
  }));
}

/** Runs with the class they are about, the latest first. */
export async function listRuns({ rows }: BaseDatabase, classId?: string): Promise<ListedRun[]> {
  const runs =
    classId === undefined
      ? await rows.surveyRuns.toArray()
      : await rows.surveyRuns.where('aboutClassId').equals(classId).toArray();
  const classes = await rows.classes.bulkGet(runs.map(({ aboutClassId }) => aboutClassId ?? ''));
  return runs
    .map((run, index) => ({ ...run, classTitle: classes[index]?.title ?? '' }))
    .sort((a, b) => (a.id < b.id ? 1 : -1));
}

export async function readRunResult(database: BaseDatabase, run: ListedRun): Promise<RunResult> {
  const [version, { settings }] = await Promise.all([
    database.rows.surveyVersions.get(run.versionId),
    mustGetBase(database),
  ]);
  if (!version) throw new Error(`run ${run.id} has no version`);
  return runResult(run, version, settings.improvementBelowMean);
}

/** Results of closed runs: of a class, of a year, or all. */
export async function readResults(
  database: BaseDatabase,
  which: { classId: string } | { year: number } | 'all',
): Promise<RunResult[]> {
  const runs = await listRuns(database, which !== 'all' && 'classId' in which ? which.classId : undefined);
  const wanted = runs.filter(
    ({ closed, year }) => closed !== null && (which === 'all' || !('year' in which) || which.year === year),
  );
  return Promise.all(wanted.map((run) => readRunResult(database, run)));
}
