import { Alert, Button, Group, Text } from '@mantine/core';
import { IconChecklist, IconEye } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Link } from 'wouter';
import { audiences } from '../../../shared/domain/surveys/survey.ts';
import type { ListedRun } from '../../../shared/domain/surveys/survey-run.ts';
import { accesses } from '../../../shared/domain/surveys/survey-run.ts';
import { useHasRole } from '../../components/actor-context.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { attempt } from '../../components/notify.ts';
import { Page } from '../../components/page.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { useHost } from '../../host/context.tsx';
import { openBox } from '../../records/surveys/ballot-box.ts';
import { listRuns } from '../../records/surveys/queries.ts';
import { CloseRun, RemoveRun, ReopenRun } from './close-run.tsx';
import { CollectPanel } from './collect-panel.tsx';
import { FormPreview } from './form-preview.tsx';
import { ResultPanel } from './result-panel.tsx';
import { RunState } from './run-list.tsx';
import { useBallotBox } from './use-ballot-box.ts';

function MissingBox({ run }: { run: ListedRun }) {
  const { database } = useRecords();
  const { host } = useHost();
  return (
    <Alert color="orange" title="这台电脑上没有这次调查的票箱">
      <Text size="sm" mb="xs">
        答卷在开始收集的那台电脑里。那台电脑若已坏，先从备份的第二处取回；确实没有了，才在这里另起一个空票箱，以前发的码和表单都不能再用。
      </Text>
      <Button variant="default" onClick={() => attempt(() => openBox(database, host, run))}>
        另起一个空票箱
      </Button>
    </Alert>
  );
}

function Run({ run }: { run: ListedRun }) {
  const box = useBallotBox(run);
  const isAdministrator = useHasRole(['administrator']);
  const [previewing, setPreviewing] = useState(false);
  const isEmpty = !run.tally?.answers && !box.state?.answers && !box.state?.piles.length;
  const about = `${run.classTitle || '不针对某个班'}　对象 ${audiences[run.audience]}　${accesses[run.access]}　${run.openedOn} 发放`;
  return (
    <Page
      title={run.title}
      subtitle={
        <Group gap="xs">
          <RunState run={run} />
          <span>{about}</span>
        </Group>
      }
      action={
        <>
          <Button
            variant="default"
            leftSection={<IconEye size={16} aria-hidden />}
            onClick={() => setPreviewing(true)}
          >
            看问卷
          </Button>
          {isAdministrator && isEmpty && <RemoveRun run={run} />}
          {run.closed && isAdministrator && <ReopenRun run={run} />}
          {!run.closed && box.state && <CloseRun run={run} box={box} />}
        </>
      }
    >
      {!run.closed && box.state === null && <MissingBox run={run} />}
      {!run.closed && box.state && <CollectPanel run={run} box={box} state={box.state} />}
      {run.closed &&
        (isAdministrator ? (
          <ResultPanel run={run} />
        ) : (
          <EmptyState
            icon={IconChecklist}
            title={`收集已结束，收回 ${run.tally?.answers ?? 0} 份`}
            hint="结果由管理员查看。"
          />
        ))}
      <FormPreview run={run} opened={previewing} onClose={() => setPreviewing(false)} />
    </Page>
  );
}

/** One run of a survey: while it collects, the ways answers come in; then what they say. */
export function RunPage({ runId }: { runId: string }) {
  const { database } = useRecords();
  const run = useLiveQuery(
    async () => (await listRuns(database)).find(({ id }) => id === runId) ?? null,
    [database, runId],
  );
  if (run === undefined) return null;
  if (run === null) {
    return (
      <EmptyState icon={IconChecklist} title="没有这次调查" hint="它可能已被删除。">
        <Button component={Link} href="/surveys" variant="default">
          回到评估
        </Button>
      </EmptyState>
    );
  }
  return <Run key={run.id} run={run} />;
}
