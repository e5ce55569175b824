import { useCallback, useEffect, useState } from 'react';
import type { Host } from '../../../shared/contract/host.ts';
import type { BoxForm, BoxState } from '../../../shared/contract/surveys.ts';
import type { SurveyRun } from '../../../shared/domain/surveys/survey-run.ts';
import { attempt } from '../../components/notify.ts';
import { useDatabase } from '../../database/context.tsx';
import { mustGet } from '../../database/lookups.ts';
import type { BaseDatabase } from '../../database/schema.ts';
import { useHost } from '../../host/context.tsx';
import { closeSurveyRun } from './run-commands.ts';

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

export interface BallotBox {
  /** Undefined while it is looked for, null where it is on another machine. */
  state: BoxState | null | undefined;
  setState(state: BoxState): void;
  /** Counts what lies in it. @throws Refusal what the command refuses; the box then goes on collecting */
  close(given: number): Promise<void>;
}

/** The ballot box of a run in the host, looked at anew every few seconds while it collects. */
export function useBallotBox(run: SurveyRun): BallotBox {
  const { database, execute } = useDatabase();
  const { host } = useHost();
  const [state, setState] = useState<BoxState | null | undefined>(undefined);
  const { id, closed } = run;
  const isClosed = closed !== null;
  // A lot whose counting is on record was left behind by a crash: it is taken out, never counted again.
  const lots = run.lots.join();
  const refresh = useCallback(async () => {
    const found = (await host.surveys.state({ runId: id })).state;
    const isCounted = found !== null && found.answers > 0 && lots.split(',').includes(found.lot);
    setState(isCounted ? await host.surveys.empty({ runId: id, lot: found.lot }) : found);
  }, [host, id, lots]);
  useEffect(() => {
    void attempt(async () => {
      await refresh();
      // A box that was shut for a counting that did not come about goes on.
      const { state: found } = await host.surveys.state({ runId: id });
      const going = isClosed ? null : await database.rows.surveyRuns.get(id);
      if (found && going) setState(await openBox(database, host, going));
    });
    if (isClosed) return;
    const timer = setInterval(() => void refresh().catch(() => undefined), 4000);
    return () => clearInterval(timer);
  }, [database, host, id, refresh, isClosed]);
  const close = async (given: number) => {
    const { lot, received, content } = await host.surveys.shut({ runId: id });
    try {
      await execute(closeSurveyRun, { runId: id, lot, given, received, answers: content });
    } catch (thrown) {
      setState(await openBox(database, host, run));
      throw thrown;
    }
    setState(await host.surveys.empty({ runId: id, lot }));
  };
  return { state, setState, close };
}
