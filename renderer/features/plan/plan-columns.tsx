import { fundSources } from '../../../shared/domain/money/fund-source.ts';
import { formatFen } from '../../../shared/domain/money/money.ts';
import { shortSubject } from '../../../shared/domain/teaching/course.ts';
import type { PlanLine } from '../../../shared/domain/teaching/plan.ts';
import { isFounded, openLowItems } from '../../../shared/regulation/plan-evidence.ts';
import type { YearPlan } from '../../../shared/regulation/plan-progress.ts';
import { nothingDone, type PlanLineDone } from '../../../shared/regulation/plan-progress.ts';
import type { RecordColumn } from '../../components/record-table.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import type { PlanEvidenceFound } from '../../records/plan/evidence.ts';

function LineState({ line, done }: { line: PlanLine; done: PlanLineDone }) {
  if (line.dropped) return <StateBadge tone="neutral">不再开设</StateBadge>;
  if (done.closed >= line.classes) return <StateBadge tone="good">已完成</StateBadge>;
  if (done.classes > 0) return <StateBadge tone="waiting">进行中</StateBadge>;
  return <StateBadge tone="neutral">未开班</StateBadge>;
}

function Ground({ line, found }: { line: PlanLine; found: PlanEvidenceFound }) {
  if (line.dropped) return '—';
  if (!isFounded(line, found.results)) return <StateBadge tone="bad">缺依据</StateBadge>;
  const open = openLowItems(line, found.results, found.tasks).length;
  if (open > 0) return <StateBadge tone="warning">{open} 项待改进</StateBadge>;
  const means = line.evidence.runIds.flatMap((id) => found.results.get(id)?.overall.mean ?? []);
  if (means.length === 0) return <StateBadge tone="good">有说明</StateBadge>;
  return (
    <StateBadge tone="good">
      {(means.reduce((sum, mean) => sum + mean, 0) / means.length).toFixed(2)} 分
    </StateBadge>
  );
}

/** A plan's lines with what was held of each. */
export function columnsWith(done: YearPlan['done'], evidence: PlanEvidenceFound): RecordColumn<PlanLine>[] {
  const doneOf = ({ id }: PlanLine) => done.get(id) ?? nothingDone;
  return [
    { key: 'title', header: '培训名称', render: ({ title }) => title },
    {
      key: 'kind',
      header: '科目',
      width: 60,
      render: ({ subjectKind }) => shortSubject(subjectKind),
    },
    { key: 'audience', header: '培训对象', width: 120, render: ({ audience }) => audience },
    {
      key: 'classes',
      header: '结班/期数',
      width: 90,
      align: 'right',
      render: (line) => `${doneOf(line).closed} / ${line.classes}`,
    },
    {
      key: 'people',
      header: '报名/人数',
      width: 96,
      align: 'right',
      render: (line) => `${doneOf(line).people} / ${line.people}`,
    },
    {
      key: 'months',
      header: '时间',
      width: 110,
      render: ({ firstMonth, lastMonth }) => `${firstMonth}–${lastMonth.slice(5)}`,
    },
    {
      key: 'hours-done',
      header: '已排/总学时',
      width: 100,
      align: 'right',
      render: (line) => `${doneOf(line).hours} / ${line.hours * line.classes}`,
    },
    {
      key: 'money',
      header: '已收/计划（元）',
      width: 180,
      align: 'right',
      render: (line) => `${formatFen(doneOf(line).receivedFen)} / ${formatFen(line.feeFen * line.people)}`,
    },
    { key: 'source', header: '经费来源', width: 84, render: ({ fundSource }) => fundSources[fundSource] },
    {
      key: 'ground',
      header: '评估',
      width: 118,
      render: (line) => <Ground line={line} found={evidence} />,
    },
    {
      key: 'state',
      header: '状态',
      width: 104,
      render: (line) => <LineState line={line} done={doneOf(line)} />,
    },
  ];
}
