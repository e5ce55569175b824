import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { IconPlus, IconSchool } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { chinesePeriod } from '../../../shared/domain/base/civil-date.ts';
import { filingDeadline } from '../../../shared/regulation/class-closing.ts';
import { useMay } from '../../components/actor-context.tsx';
import { choices } from '../../components/choices.ts';
import { useToday } from '../../components/clock.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useQuery } from '../../components/use-query.ts';
import { readBase } from '../../records/base/queries.ts';
import { openClass } from '../../records/classes/class-commands.ts';
import { type ClassSummary, readClassSummaries } from '../../records/classes/queries.ts';
import { readCourses } from '../../records/courses/queries.ts';
import { OpenClassDrawer } from './open-class-drawer.tsx';

/** Which classes the list shows: those that ended and wait to be closed are what the home page counts. */
const filters = { all: '全部', open: '未结班', ended: '等着结班', overdue: '超过期限' } as const;
type Filter = keyof typeof filters;

function passes({ of }: ClassSummary, filter: Filter, filingDeadlineDays: number, today: string): boolean {
  if (filter === 'all') return true;
  if (of.closed) return false;
  if (filter === 'open') return true;
  if (of.endDate === null || of.endDate > today) return false;
  return (filter === 'overdue') === filingDeadline(of.endDate, filingDeadlineDays) < today;
}

function Stage({ summary, today }: { summary: ClassSummary; today: string }) {
  const { startDate, endDate } = summary.of;
  if (summary.of.closed) return <StateBadge tone="neutral">已结班</StateBadge>;
  if (startDate === null || endDate === null) return <StateBadge tone="neutral">未排课</StateBadge>;
  if (startDate > today) return <StateBadge tone="waiting">未开班</StateBadge>;
  if (endDate >= today) return <StateBadge tone="good">进行中</StateBadge>;
  if (summary.markedSessions < summary.sessions) return <StateBadge tone="warning">点名未完</StateBadge>;
  if (summary.certificates < summary.learners) return <StateBadge tone="warning">待发证</StateBadge>;
  return <StateBadge tone="waiting">待结班</StateBadge>;
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
  const base = useQuery(readBase);
  const courses = useQuery(readCourses);
  const summaries = useQuery(readClassSummaries);
  const today = useToday();
  const mayOpen = useMay(openClass);
  const [opening, setOpening] = useState(false);
  const { database } = useRecords();
  const [, navigate] = useLocation();
  const [parameters, setParameters] = useSearchParams();
  const planLineId = parameters.get('plan');
  const planLine = useLiveQuery(
    async () => (planLineId === null ? null : ((await database.rows.planLines.get(planLineId)) ?? null)),
    [database, planLineId],
  );
  const asked = parameters.get('show') ?? 'all';
  const filter: Filter = Object.hasOwn(filters, asked) ? (asked as Filter) : 'all';
  const shown = (summaries ?? []).filter((summary) =>
    passes(summary, filter, base?.settings.filingDeadlineDays ?? 0, today),
  );
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
        <>
          <Group mb="sm">
            <SegmentedControl
              aria-label="显示哪些培训班"
              value={filter}
              onChange={(value) => setParameters({ show: value })}
              data={choices(filters)}
            />
            <Text size="sm" c="dimmed">
              {shown.length} 个班
            </Text>
          </Group>
          <RecordTable
            label="培训班列表"
            rows={shown}
            columns={columnsOn(today)}
            rowKey={({ of }) => of.id}
            onOpen={({ of }) => navigate(`/classes/${of.id}`)}
          />
        </>
      )}
      {base && courses && summaries && (
        <OpenClassDrawer
          key={planLine?.id}
          opened={opening || Boolean(planLine)}
          onClose={() => {
            setOpening(false);
            if (planLine) setParameters({});
          }}
          base={base}
          courses={courses}
          taken={summaries.map(({ of }) => of.number)}
          planLine={planLine ?? null}
          onOpened={(classId) => navigate(`/classes/${classId}`)}
        />
      )}
    </Page>
  );
}
