import { Button, Group, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { describeWay } from '../../../shared/domain/way.ts';
import type { OutsideField } from '../../../shared/exchange/outside-hours/columns.ts';
import {
  judgeOutsideHours,
  type OutsideKnowledge,
  type OutsideVerdict,
} from '../../../shared/exchange/outside-hours/verdicts.ts';
import type { FoundSheet } from '../../../shared/exchange/roster/header.ts';
import { attempt, sayDone } from '../../components/notify.ts';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { type Policy, RejectionPolicy } from '../../components/rejection-policy.tsx';
import { StateBadge, type StateTone } from '../../components/state-badge.tsx';
import { useDatabase } from '../../database/context.tsx';
import { importOutsideEntries } from './commands.ts';

const states: Record<OutsideVerdict['state'], { tone: StateTone; label: string }> = {
  good: { tone: 'good', label: '正确' },
  doubtful: { tone: 'warning', label: '请核对' },
  unproven: { tone: 'waiting', label: '待补证明' },
  rejected: { tone: 'bad', label: '有误' },
};

const columns: RecordColumn<OutsideVerdict>[] = [
  { key: 'row', header: '行号', width: 60, align: 'right', render: ({ row }) => row },
  {
    key: 'state',
    header: '判定',
    width: 110,
    render: ({ state }) => <StateBadge tone={states[state].tone}>{states[state].label}</StateBadge>,
  },
  { key: 'name', header: '姓名', width: 120, render: ({ name }) => name },
  {
    key: 'title',
    header: '内容',
    width: 240,
    render: (verdict) => (verdict.state === 'rejected' ? '' : verdict.entry.title),
  },
  {
    key: 'way',
    header: '科目或方式',
    width: 190,
    render: (verdict) => {
      if (verdict.state === 'rejected') return '';
      return verdict.entry.way === null ? '公需科目' : describeWay(verdict.entry.way);
    },
  },
  {
    key: 'hours',
    header: '学时',
    width: 60,
    align: 'right',
    render: (verdict) => (verdict.state === 'rejected' ? '' : verdict.entry.hours),
  },
  {
    key: 'remark',
    header: '问题',
    render: (verdict) => {
      const text = verdict.state === 'rejected' ? verdict.problems.join('；') : verdict.remark;
      return <span title={text}>{text}</span>;
    },
  },
];

export interface OpenedSheet {
  fileName: string;
  found: FoundSheet<OutsideField>;
  knowledge: OutsideKnowledge;
}

/** Every row's verdict before anything is written; all good rows are taken, or none while one is bad. */
export function ImportPreview({ opened, onImported }: { opened: OpenedSheet; onImported(): void }) {
  const { execute } = useDatabase();
  const [policy, setPolicy] = useState<Policy>('good');
  const [busy, setBusy] = useState(false);
  const { found, knowledge } = opened;
  const verdicts = useMemo(() => judgeOutsideHours(found.sheet, found.header, knowledge), [found, knowledge]);
  const rows = verdicts.flatMap((one) =>
    one.state === 'rejected' ? [] : [{ row: one.row, entry: one.entry }],
  );
  const rejected = verdicts.length - rows.length;
  const take = async () => {
    setBusy(true);
    await attempt(async () => {
      const count = await execute(importOutsideEntries, { rows });
      sayDone(`已导入 ${count} 条${rejected > 0 ? `，${rejected} 行有误未导入` : ''}`);
      onImported();
    });
    setBusy(false);
  };
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Text size="sm">
          共 {verdicts.length} 行，有误 {rejected} 行
        </Text>
        <Group gap="sm">
          {rejected > 0 && <RejectionPolicy policy={policy} onChange={setPolicy} />}
          <Button
            leftSection={<IconCheck size={16} aria-hidden />}
            disabled={rows.length === 0 || (policy === 'none' && rejected > 0)}
            loading={busy}
            onClick={take}
          >
            导入 {rows.length} 条
          </Button>
        </Group>
      </Group>
      <RecordTable
        label="外部学时预览"
        rows={verdicts}
        columns={columns}
        rowKey={({ row }) => String(row)}
        rowHeight={36}
      />
    </>
  );
}
