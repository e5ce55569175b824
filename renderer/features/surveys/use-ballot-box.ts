import { useCallback, useEffect, useState } from 'react';
import type { BoxState } from '../../../shared/contract/surveys.ts';
import type { SurveyRun } from '../../../shared/domain/surveys/survey-run.ts';
import { attempt } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { useHost } from '../../host/context.tsx';
import { openBox } from '../../records/surveys/ballot-box.ts';
import { closeSurveyRun } from '../../records/surveys/run-commands.ts';

export interface BallotBox {
  /** Undefined while it is looked for, null where it is on another machine. */
  state: BoxState | null | undefined;
  setState(state: BoxState): void;
  /** Counts what lies in it. @throws Refusal what the command refuses; the box then goes on collecting */
  close(given: number): Promise<void>;
}

/** The ballot box of a run in the host, looked at anew every few seconds while it collects. */
export function useBallotBox(run: SurveyRun): BallotBox {
  const { database, execute } = useRecords();
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
