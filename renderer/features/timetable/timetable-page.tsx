import { ActionIcon, Box, Button, Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconCalendarOff, IconChevronLeft, IconChevronRight, IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { chineseDate, chinesePeriod, isCivilDate } from '../../../shared/domain/base/civil-date.ts';
import type { Session } from '../../../shared/domain/teaching/session.ts';
import { describeSession } from '../../../shared/domain/teaching/session.ts';
import { useMay } from '../../components/actor-context.tsx';
import { choices } from '../../components/choices.ts';
import { useToday } from '../../components/clock.tsx';
import { attempt } from '../../components/notify.ts';
import { Page } from '../../components/page.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { sayDoneWithUndo } from '../../components/say-done-with-undo.tsx';
import { useQuery } from '../../components/use-query.ts';
import { readTimetable } from '../../records/classes/queries.ts';
import { editSession } from '../../records/classes/session-commands.ts';
import { sessionMovedTo } from '../../records/timetable/move-session.ts';
import { type CalendarSession, readCalendarSessions } from '../../records/timetable/queries.ts';
import { Calendar } from './calendar.tsx';
import { SessionDrawer } from './session-drawer.tsx';
import { spanOf, step, type View, views } from './span.ts';

function matches({ session, of }: CalendarSession, filter: string): boolean {
  const wanted = filter.trim();
  return [of.title, of.number, session.trainerName, session.place, session.topic].some((text) =>
    text.includes(wanted),
  );
}

/** A session beside the calendar: changed where it may be. */
function OpenedSession({ opened, onClose }: { opened: CalendarSession | null; onClose(): void }) {
  const timetable = useQuery(readTimetable, opened?.of.id ?? '');
  if (!opened || !timetable) return null;
  return (
    <SessionDrawer
      of={opened.of}
      open={opened.session}
      sessions={timetable.map(({ session }) => session)}
      onClose={onClose}
    />
  );
}

/** Every class's sessions by week or month; dragged or opened they are moved, unless somebody is needed twice. */
export function TimetablePage() {
  const { execute } = useRecords();
  const today = useToday();
  const mayMove = useMay(editSession);
  const [, navigate] = useLocation();
  const [parameters, setParameters] = useSearchParams();
  const [filter, setFilter] = useState('');
  const [opened, setOpened] = useState<CalendarSession | null>(null);
  const view: View = parameters.get('view') === 'month' ? 'month' : 'week';
  const asked = parameters.get('date') ?? today;
  const date = isCivilDate(asked) ? asked : today;
  const { first, last } = spanOf(view, date);
  const found = useQuery(readCalendarSessions, first, last);
  const shown = found?.filter((one) => matches(one, filter)) ?? [];
  const show = (next: { view?: View; date?: string }) =>
    setParameters({ view: next.view ?? view, date: next.date ?? date });
  const move = (session: Session, start: string) =>
    attempt(async () => {
      const { id, classId: _classId, ...before } = session;
      const moved = sessionMovedTo(session, start);
      await execute(editSession, { id, session: moved });
      sayDoneWithUndo(`已移到 ${describeSession(moved)}`, () =>
        execute(editSession, { id, session: before }),
      );
    });
  return (
    <Page
      title="课表"
      subtitle={`${view === 'month' ? chineseDate(date).replace(/月.*/, '月') : chinesePeriod(first, last)}，${shown.length} 次课${mayMove ? '；拖动改时间，点开改内容' : '；点开到点名板'}`}
      action={
        <TextInput
          w={240}
          aria-label="按班、教师、教室筛选"
          placeholder="班、教师、教室"
          leftSection={<IconFilter size={16} aria-hidden />}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
      }
    >
      <Group mb="sm">
        <SegmentedControl
          aria-label="按周或按月"
          value={view}
          onChange={(value) => show({ view: value as View })}
          data={choices(views)}
        />
        <Group gap={4}>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={`上一${views[view]}`}
            onClick={() => show({ date: step(view, date, -1) })}
          >
            <IconChevronLeft size={16} />
          </ActionIcon>
          <Button variant="default" onClick={() => show({ date: today })}>
            今天
          </Button>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={`下一${views[view]}`}
            onClick={() => show({ date: step(view, date, 1) })}
          >
            <IconChevronRight size={16} />
          </ActionIcon>
        </Group>
        {found?.length === 0 && (
          <Group gap={4}>
            <IconCalendarOff size={16} aria-hidden />
            <Text size="sm" c="dimmed">
              这一{views[view]}没有课。课次在培训班里排，或在开班时一次排好。
            </Text>
          </Group>
        )}
      </Group>
      <Box style={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
        <Calendar
          view={view}
          date={date}
          sessions={shown}
          mayMove={mayMove}
          onMove={move}
          onOpen={(one) => (mayMove ? setOpened(one) : navigate(`/sessions/${one.session.id}`))}
          onShowDay={(day) => show({ view: 'week', date: day })}
        />
      </Box>
      <OpenedSession opened={opened} onClose={() => setOpened(null)} />
    </Page>
  );
}
