import { Text } from '@mantine/core';
import { maskDocumentNumber } from '../../../../shared/domain/people/identity-document.ts';
import { sexes, titleLevels } from '../../../../shared/domain/people/learner.ts';
import { rosterFields } from '../../../../shared/exchange/roster/columns.ts';
import type { RosterPerson } from '../../../../shared/exchange/roster/roster-person.ts';
import type { RowVerdict } from '../../../../shared/exchange/roster/verdicts.ts';
import { type RecordColumn, RecordTable } from '../../../components/record-table.tsx';
import { StateBadge, type StateTone } from '../../../components/state-badge.tsx';

const states: Record<RowVerdict['state'], { tone: StateTone; label: string }> = {
  new: { tone: 'good', label: '新增' },
  different: { tone: 'waiting', label: '更新' },
  same: { tone: 'neutral', label: '相同' },
  rejected: { tone: 'bad', label: '有误' },
};

function explain(verdict: RowVerdict) {
  if (verdict.state === 'rejected') {
    const text = verdict.problems.map(({ column, reason }) => `${column}：${reason}`).join('；');
    return (
      <Text component="span" size="md" c="red.9" title={text}>
        {text}
      </Text>
    );
  }
  if (verdict.state !== 'different') return null;
  const text = verdict.differences
    .map(({ field, before, after }) => `${rosterFields[field].label}：${before || '（空）'} → ${after}`)
    .join('；');
  return <span title={text}>{text}</span>;
}

function ofPerson(show: (person: RosterPerson) => string) {
  return (verdict: RowVerdict) => (verdict.state === 'rejected' ? '' : show(verdict.person));
}

const columns: RecordColumn<RowVerdict>[] = [
  { key: 'row', header: '行号', width: 60, align: 'right', render: ({ row }) => row },
  {
    key: 'state',
    header: '判定',
    width: 90,
    render: ({ state }) => <StateBadge tone={states[state].tone}>{states[state].label}</StateBadge>,
  },
  {
    key: 'name',
    header: '姓名',
    width: 130,
    render: (verdict) => (verdict.state === 'rejected' ? verdict.name : verdict.person.name),
  },
  { key: 'sex', header: '性别', width: 56, render: ofPerson(({ sex }) => sexes[sex]) },
  {
    key: 'document',
    header: '证件号码',
    width: 178,
    render: ofPerson(({ document }) => maskDocumentNumber(document.number)),
  },
  { key: 'employer', header: '工作单位', width: 210, render: ofPerson(({ employer }) => employer) },
  {
    key: 'level',
    header: '级别',
    width: 72,
    render: ofPerson(({ titleLevel }) => (titleLevel === null ? '' : titleLevels[titleLevel])),
  },
  { key: 'explanation', header: '哪一格有问题 / 与已有记录的不同', render: explain },
];

/** The rows of a roster with their verdicts. */
export function VerdictTable({ verdicts }: { verdicts: readonly RowVerdict[] }) {
  return (
    <RecordTable
      label="名册预览"
      rows={verdicts}
      columns={columns}
      rowKey={({ row }) => String(row)}
      rowHeight={36}
    />
  );
}
