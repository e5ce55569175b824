import { Button } from '@mantine/core';
import { IconPlus, IconSchool } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { chinesePeriod } from '../../../shared/domain/civil-date.ts';
import { useMay } from '../../components/actor-context.tsx';
import { useToday } from '../../components/clock.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useBase } from '../base/index.ts';
import { useCourses } from '../courses/index.ts';
import { openClass } from './commands.ts';
import { OpenClassDrawer } from './open-class-drawer.tsx';
import { type ClassSummary, useClassSummaries } from './queries.ts';

function Stage({ summary, today }: { summary: ClassSummary; today: string }) {
  const { startDate, endDate } = summary.of;
  if (startDate === null || endDate === null) return <StateBadge tone="neutral">未排课</StateBadge>;
  if (startDate > today) return <StateBadge tone="waiting">未开班</StateBadge>;
  if (endDate >= today) return <StateBadge tone="good">进行中</StateBadge>;
  if (summary.markedSessions < summary.sessions) return <StateBadge tone="warning">点名未完</StateBadge>;
  if (summary.certificates < summary.learners) return <StateBadge tone="warning">待发证</StateBadge>;
  return <StateBadge tone="neutral">已结束</StateBadge>;
}

function columnsOn(today: string): RecordColumn<ClassSummary>[] {
  return [
    { key: 'number', header: '班号', width: 100, render: ({ of }) => of.number },
    { key: 'title', header: '培训班', render: ({ of }) => of.title },
    {
      key: 'period',
      header: '时间',
      width: 240,
      render: ({ of }) => (of.startDate && of.endDate ? chinesePeriod(of.startDate, of.endDate) : '—'),
    },
    {
      key: 'learners',
      header: '人数',
      width: 90,
      align: 'right',
      render: ({ of, learners }) => (of.capacity === null ? learners : `${learners} / ${of.capacity}`),
    },
    {
      key: 'sessions',
      header: '已点名课次',
      width: 110,
      align: 'right',
      render: ({ sessions, markedSessions }) => `${markedSessions} / ${sessions}`,
    },
    {
      key: 'certificates',
      header: '已发证书',
      width: 90,
      align: 'right',
      render: ({ certificates }) => certificates,
    },
    {
      key: 'stage',
      header: '状态',
      width: 110,
      render: (summary) => <Stage summary={summary} today={today} />,
    },
  ];
}

/** Every class and where it stands. */
export function ClassesPage() {
  const base = useBase();
  const courses = useCourses();
  const summaries = useClassSummaries();
  const today = useToday();
  const mayOpen = useMay(openClass);
  const [opening, setOpening] = useState(false);
  const [, navigate] = useLocation();
  const open = mayOpen && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpening(true)}>
      开设培训班
    </Button>
  );
  return (
    <Page title="培训班" subtitle="点名、成绩和证书都在培训班里" action={open}>
      {summaries?.length === 0 ? (
        <EmptyState
          icon={IconSchool}
          title="还没有培训班"
          hint="从课程目录开设一个培训班，排好课次，再把学员加进来。"
        >
          {open}
        </EmptyState>
      ) : (
        <RecordTable
          label="培训班列表"
          rows={summaries ?? []}
          columns={columnsOn(today)}
          rowKey={({ of }) => of.id}
          onOpen={({ of }) => navigate(`/classes/${of.id}`)}
        />
      )}
      {base && courses && summaries && (
        <OpenClassDrawer
          opened={opening}
          onClose={() => setOpening(false)}
          base={base}
          courses={courses}
          taken={summaries.map(({ of }) => of.number)}
          onOpened={(classId) => navigate(`/classes/${classId}`)}
        />
      )}
    </Page>
  );
}
