import { IconForms } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { audiences, questionsOf } from '../../../shared/domain/surveys/survey.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import type { ListedSurvey } from '../../records/surveys/queries.ts';

const columns: RecordColumn<ListedSurvey>[] = [
  { key: 'title', header: '问卷', render: ({ draft }) => draft.title },
  { key: 'audience', header: '对象', width: 100, render: ({ audience }) => audiences[audience] },
  {
    key: 'questions',
    header: '题数',
    width: 80,
    align: 'right',
    render: ({ draft }) => questionsOf(draft).length,
  },
  { key: 'version', header: '版本', width: 80, align: 'right', render: ({ version }) => version || '—' },
  { key: 'runs', header: '发放次数', width: 100, align: 'right', render: ({ runs }) => runs },
  {
    key: 'state',
    header: '状态',
    width: 140,
    render: ({ version, changed }) => {
      if (version === 0) return <StateBadge tone="waiting">还没有发布</StateBadge>;
      if (changed) return <StateBadge tone="warning">有改动未发布</StateBadge>;
      return <StateBadge tone="good">可发放</StateBadge>;
    },
  },
];

/** The base's surveys; Enter opens one in the builder. */
export function FormList({ surveys, begin }: { surveys: readonly ListedSurvey[]; begin: ReactNode }) {
  const [, navigate] = useLocation();
  if (surveys.length === 0) {
    return (
      <EmptyState
        icon={IconForms}
        title="还没有问卷"
        hint="三份现成的模板可以直接用：培训效果评估表、学员满意度调查表、用人单位回访表。"
      >
        {begin}
      </EmptyState>
    );
  }
  return (
    <RecordTable
      label="问卷"
      rows={surveys}
      columns={columns}
      rowKey={({ id }) => id}
      onOpen={({ id }) => navigate(`/surveys/forms/${id}`)}
    />
  );
}
