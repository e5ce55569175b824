import type { Host } from '../../../shared/contract/host.ts';
import type { BoxForm, BoxState } from '../../../shared/contract/surveys.ts';
import type { SurveyRun } from '../../../shared/domain/surveys/survey-run.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { mustGet } from '../lookups.ts';

/** What the host's box of a run takes answers for. */
export async function boxFormOf(database: BaseDatabase, run: SurveyRun): Promise<BoxForm> {
  const { content } = await mustGet(database, 'surveyVersions', run.versionId, '问卷');
  return { runId: run.id, content, trainers: run.trainers, access: run.access };
}

/** Begins the box of a run, or goes on with it. */
export async function openBox(database: BaseDatabase, host: Host, run: SurveyRun): Promise<BoxState> {
  return host.surveys.open(await boxFormOf(database, run));
}

/** How many pieces of paper or slips are known to be out. */
export function givenOf(run: SurveyRun, state: BoxState | null): number {
  return run.access === 'codes' && state ? state.codes.issued : run.given;
}
