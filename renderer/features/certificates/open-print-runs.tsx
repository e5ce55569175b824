import { Button, Group, Text } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { momentText } from '../../../shared/domain/base/civil-date.ts';
import type { PrintRun } from '../../../shared/domain/certificates/print-run.ts';
import { ConfirmedButton } from '../../components/confirmed-button.tsx';
import { PrintRunForm } from '../../components/printing/print-run-form.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { Warning } from '../../components/warning.tsx';
import { endPrintRun } from '../../records/certificates/print-run-commands.ts';

function OpenRun({ run, onResume }: { run: PrintRun; onResume(run: PrintRun): void }) {
  const { execute } = useRecords();
  const [telling, setTelling] = useState(false);
  const all = run.certificateIds.length;
  return (
    <Warning mb="sm" title={`没有打完：${run.title}`}>
      <Group justify="space-between">
        <Text size="sm">
          {momentText(run.at)} {run.by} 打印，共 {all} 张，
          {run.printed === 0 ? '还没有记下打好了几张' : `打好到第 ${run.printed} 张`}。
        </Text>
        <Group gap="xs">
          <Button size="compact-sm" onClick={() => onResume(run)}>
            从第 {run.printed + 1} 张接着打
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setTelling(!telling)}>
            其实打好了更多
          </Button>
          <ConfirmedButton
            look="row"
            label="不打了"
            title={`不再打印其余 ${all - run.printed} 张？`}
            consequence="打好的仍然记着；其余的以后可以单独打印。"
            act="不再打印"
            dangerous={false}
            perform={() => execute(endPrintRun, { id: run.id })}
          />
        </Group>
      </Group>
      {telling && <PrintRunForm run={run} onDone={() => setTelling(false)} />}
    </Warning>
  );
}

export interface OpenPrintRunsProps {
  /** Only runs with one of these. */
  certificateIds?: ReadonlySet<string>;
  onResume(run: PrintRun): void;
}

/** Runs of which it is not known that all came out, each to go on where it stopped. */
export function OpenPrintRuns({ certificateIds, onResume }: OpenPrintRunsProps) {
  const { database } = useRecords();
  const runs = useLiveQuery(() => database.rows.printRuns.toArray(), [database]);
  return runs
    ?.filter((run) => !certificateIds || run.certificateIds.some((id) => certificateIds.has(id)))
    .map((run) => <OpenRun key={run.id} run={run} onResume={onResume} />);
}
