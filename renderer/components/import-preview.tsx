import { Button, Group, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { attempt } from './notify.ts';
import { type RecordColumn, RecordTable } from './record-table.tsx';
import { type Policy, RejectionPolicy } from './rejection-policy.tsx';
import { StateBadge, type StateTone } from './state-badge.tsx';

/** A row of a sheet with what was found of it. */
export interface RowVerdict {
  row: number;
  state: string;
}

/** What the rows of most sheets come to. */
export const rowStates = {
  good: { tone: 'good', label: '正确' },
  doubtful: { tone: 'warning', label: '请核对' },
  rejected: { tone: 'bad', label: '有误' },
} as const;

export interface ImportPreviewProps<Verdict extends RowVerdict> {
  label: string;
  verdicts: readonly Verdict[];
  states: Record<Verdict['state'], { tone: StateTone; label: string }>;
  /** Between the row's state and its problems. */
  columns: readonly RecordColumn<Verdict>[];
  /** What is wrong with a row, or is to be looked at. */
  remarkOf(verdict: Verdict): string;
  /** Counts what is taken: 条, 项, 次. */
  measure: string;
  /** Why nothing may be taken now, though rows are good; empty where it may. */
  obstacle?: string;
  take(): Promise<unknown>;
}

/** Every row's verdict before anything is written; all good rows are taken, or none while one is bad. */
export function ImportPreview<Verdict extends RowVerdict>(props: ImportPreviewProps<Verdict>) {
  const { label, verdicts, states, columns, remarkOf, measure, obstacle = '', take } = props;
  const [policy, setPolicy] = useState<Policy>('good');
  const [busy, setBusy] = useState(false);
  const rejected = verdicts.filter(({ state }) => state === 'rejected').length;
  const good = verdicts.length - rejected;
  const shown: RecordColumn<Verdict>[] = [
    { key: 'row', header: '行号', width: 60, align: 'right', render: ({ row }) => row },
    {
      key: 'state',
      header: '判定',
      width: 110,
      render: ({ state }) => {
        const { tone, label: word } = states[state as Verdict['state']];
        return <StateBadge tone={tone}>{word}</StateBadge>;
      },
    },
    ...columns,
    {
      key: 'remark',
      header: '问题',
      render: (verdict) => <span title={remarkOf(verdict)}>{remarkOf(verdict)}</span>,
    },
  ];
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Text size="sm">
          共 {verdicts.length} 行，有误 {rejected} 行{obstacle && `；${obstacle}`}
        </Text>
        <Group gap="sm">
          {rejected > 0 && <RejectionPolicy policy={policy} onChange={setPolicy} />}
          <Button
            leftSection={<IconCheck size={16} aria-hidden />}
            disabled={good === 0 || obstacle !== '' || (policy === 'none' && rejected > 0)}
            loading={busy}
            onClick={async () => {
              setBusy(true);
              await attempt(take);
              setBusy(false);
            }}
          >
            导入 {good} {measure}
          </Button>
        </Group>
      </Group>
      <RecordTable
        label={label}
        rows={verdicts}
        columns={shown}
        rowKey={({ row }) => String(row)}
        rowHeight={36}
      />
    </>
  );
}
