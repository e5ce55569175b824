import { Button, Drawer, Group, Text } from '@mantine/core';
import { IconCalendarPlus, IconClipboardCheck, IconPlus, IconUpload } from '@tabler/icons-react';
import { type MouseEvent, type ReactNode, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { chineseDate, chineseWeekday } from '../../../shared/domain/base/civil-date.ts';
import { type TrainingClass, teachingModes } from '../../../shared/domain/teaching/class.ts';
import { subjectKinds } from '../../../shared/domain/teaching/course.ts';
import { type Session, topicText } from '../../../shared/domain/teaching/session.ts';
import { useMay } from '../../components/actor-context.tsx';
import { useToday } from '../../components/clock.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useQuery } from '../../components/use-query.ts';
import { readTimetable, type SessionState } from '../../records/classes/queries.ts';
import { addSessions } from '../../records/classes/session-commands.ts';
import { SessionDrawer } from './session-drawer.tsx';
import { TimetableExports } from './timetable-exports.tsx';
import { TimetableImport } from './timetable-import.tsx';

function columnsOn(today: string): RecordColumn<SessionState>[] {
  return [
    { key: 'index', header: '次', width: 48, align: 'right', render: (_, index) => index + 1 },
    {
      key: 'date',
      header: '日期',
      width: 170,
      render: ({ session: { date } }) => `${chineseDate(date)} ${chineseWeekday(date)}`,
    },
    {
      key: 'time',
      header: '时间',
      width: 120,
      render: ({ session }) => `${session.startTime}–${session.endTime}`,
    },
    { key: 'kind', header: '科目', width: 90, render: ({ session }) => subjectKinds[session.subjectKind] },
    {
      key: 'counting',
      header: '计学时',
      width: 90,
      render: ({ session }) => (session.counting === 'halfDay' ? '半天（4）' : `${session.minutes} 分钟`),
    },
    {
      key: 'topic',
      header: '内容',
      render: ({ session }) => topicText(session),
    },
    { key: 'trainer', header: '教师', width: 90, render: ({ session }) => session.trainerName },
    {
      key: 'place',
      header: '地点',
      width: 150,
      render: ({ session }) => `${teachingModes[session.mode]}　${session.place}`,
    },
    {
      key: 'state',
      header: '点名',
      width: 100,
      render: ({ session, marked }) =>
        session.date > today ? (
          <StateBadge tone="neutral">未到</StateBadge>
        ) : marked > 0 ? (
          <StateBadge tone="good">{`${marked} 人`}</StateBadge>
        ) : (
          <StateBadge tone="warning">未点</StateBadge>
        ),
    },
    {
      key: 'board',
      header: '点名板',
      width: 96,
      render: ({ session }) => (
        <Button
          component={Link}
          href={`/sessions/${session.id}`}
          size="compact-sm"
          variant="light"
          leftSection={<IconClipboardCheck size={14} aria-hidden />}
          onClick={(event: MouseEvent) => event.stopPropagation()}
        >
          点名
        </Button>
      ),
    },
  ];
}

/** A class's sessions, each one click from its attendance board; `tools` stand before the others. */
export function TimetableTab({ of, tools }: { of: TrainingClass; tools?: ReactNode }) {
  const timetable = useQuery(readTimetable, of.id);
  const sessions = useMemo(() => (timetable ?? []).map(({ session }) => session), [timetable]);
  const today = useToday();
  const mayChange = useMay(addSessions) && !of.closed;
  const [open, setOpen] = useState<Session | 'new' | null>(null);
  const [importing, setImporting] = useState(false);
  const add = mayChange && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
      添加课次
    </Button>
  );
  const imported = mayChange && (
    <Button
      variant="default"
      leftSection={<IconUpload size={16} aria-hidden />}
      onClick={() => setImporting(true)}
    >
      导入课程表
    </Button>
  );
  return (
    <>
      <Group justify="flex-end" mb="sm">
        {tools}
        <TimetableExports of={of} sessions={sessions} />
        {imported}
        {add}
      </Group>
      {timetable?.length === 0 ? (
        <EmptyState icon={IconCalendarPlus} title="还没有课次" hint="排好课次之后才能点名、计学时。">
          {add}
          {imported}
        </EmptyState>
      ) : (
        <RecordTable
          label="课程表"
          rows={timetable ?? []}
          columns={columnsOn(today)}
          rowKey={({ session }) => session.id}
          {...(mayChange && { onOpen: ({ session }: SessionState) => setOpen(session) })}
        />
      )}
      <SessionDrawer of={of} open={open} sessions={sessions} onClose={() => setOpen(null)} />
      <Drawer
        opened={importing}
        onClose={() => setImporting(false)}
        position="right"
        size={980}
        title={<Text fw={600}>导入课程表</Text>}
      >
        {importing && timetable && (
          <TimetableImport of={of} existing={sessions} onDone={() => setImporting(false)} />
        )}
      </Drawer>
    </>
  );
}
