import { IconChecklist } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { percentText } from '../../../shared/domain/base/percent.ts';
import { audiences } from '../../../shared/domain/surveys/survey.ts';
import type { ListedRun } from '../../../shared/domain/surveys/survey-run.ts';
import { isShowable, responseRate } from '../../../shared/regulation/survey-statistics.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { StateBadge } from '../../components/state-badge.tsx';

export function RunState({ run }: { run: ListedRun }) {
  if (!run.closed) return <StateBadge tone="waiting">正在收集</StateBadge>;
  if (!isShowable(run.tally?.answers ?? 0)) return <StateBadge tone="warning">不足 5 份</StateBadge>;
  return <StateBadge tone="good">有结果</StateBadge>;
}

const columns: RecordColumn<ListedRun>[] = [
  { key: 'title', header: '问卷', width: 180, render: ({ title }) => title },
  { key: 'class', header: '培训班', render: ({ classTitle }) => classTitle || '不针对某个班' },
  { key: 'audience', header: '对象', width: 90, render: ({ audience }) => audiences[audience] },
  { key: 'opened', header: '发放', width: 110, render: ({ openedOn }) => openedOn },
  { key: 'given', header: '发出', width: 70, align: 'right', render: ({ given }) => given },
  {
    key: 'back',
    header: '收回',
    width: 70,
    align: 'right',
    render: ({ tally }) => tally?.answers ?? '—',
  },
  {
    key: 'rate',
    header: '回收率',
    width: 90,
    align: 'right',
    render: ({ given, tally }) => (tally ? percentText(responseRate(given, tally.answers)) : '—'),
  },
  { key: 'state', header: '状态', width: 120, render: (run) => <RunState run={run} /> },
];

/** Where surveys were put to people, the latest first. */
export function RunList({
  runs,
  hasSurveys,
  begin,
}: {
  runs: readonly ListedRun[];
  hasSurveys: boolean;
  begin: ReactNode;
}) {
  const [, navigate] = useLocation();
  if (runs.length === 0) {
    return (
      <EmptyState
        icon={IconChecklist}
        title="还没有做过评估"
        hint={
          hasSurveys
            ? '把问卷发给一个班：现场终端、U 盘上的表单、纸质表、表格都能收，不记名。'
            : '先从模板新建一份问卷，再发给培训班。'
        }
      >
        {begin}
      </EmptyState>
    );
  }
  return (
    <RecordTable
      label="评估调查"
      rows={runs}
      columns={columns}
      rowKey={({ id }) => id}
      onOpen={({ id }) => navigate(`/survey-runs/${id}`)}
    />
  );
}
