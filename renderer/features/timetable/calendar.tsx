import { MonthView, type ScheduleEventData, WeekView } from '@mantine/schedule';
import '@mantine/schedule/styles.css';
import { useMemo } from 'react';
import { minutesOfDay } from '../../../shared/domain/base/civil-date.ts';
import type { Session } from '../../../shared/domain/teaching/session.ts';
import type { CalendarSession } from '../../records/timetable/queries.ts';
import classes from './calendar.module.css';
import type { View } from './span.ts';

/** Those of the theme whose text keeps AA on their own light shade; each class keeps one by its id. */
const colors = ['indigo', 'grape', 'cyan', 'pink', 'violet', 'red', 'blue', 'gray'] as const;

function colorOf(classId: string): string {
  let sum = 0;
  for (const character of classId) sum = (sum * 31 + character.charCodeAt(0)) % 9973;
  return colors[sum % colors.length] ?? colors[0];
}

const labels = {
  allDay: '全天',
  weekday: '星期',
  timeSlot: '时段',
  today: '今天',
  more: '更多',
  noEvents: '没有课',
  moreLabel: (hidden: number) => `还有 ${hidden} 次课`,
};

/** Hours that are always shown; a session before or after them widens the day. */
const usualHours = { first: 7, last: 22 };

function hoursOf(sessions: readonly CalendarSession[]): { startTime: string; endTime: string } {
  const starts = sessions.map(({ session }) => Number(session.startTime.slice(0, 2)));
  const ends = sessions.map(({ session }) => Math.ceil(minutesOfDay(session.endTime) / 60));
  const first = Math.min(usualHours.first, ...starts);
  const last = Math.max(usualHours.last, ...ends);
  return {
    startTime: `${String(first).padStart(2, '0')}:00:00`,
    endTime: last >= 24 ? '23:59:59' : `${last}:00:00`,
  };
}

export interface CalendarProps {
  view: View;
  date: string;
  sessions: readonly CalendarSession[];
  mayMove: boolean;
  onMove(session: Session, start: string): void;
  onOpen(one: CalendarSession): void;
  onShowDay(date: string): void;
}

/** Sessions as a week of hours or a month of days; what may be moved is moved by dragging. */
export function Calendar({ view, date, sessions, mayMove, onMove, onOpen, onShowDay }: CalendarProps) {
  const byId = useMemo(() => new Map(sessions.map((one) => [one.session.id, one])), [sessions]);
  const events = useMemo(
    () =>
      sessions.map(
        ({ session, of }): ScheduleEventData => ({
          id: session.id,
          title: [`${session.startTime} ${of.title}`, session.place, session.trainerName]
            .filter((text) => text !== '')
            .join('　'),
          start: `${session.date} ${session.startTime}:00`,
          end: `${session.date} ${session.endTime}:00`,
          color: colorOf(of.id),
        }),
      ),
    [sessions],
  );
  const shared = {
    date,
    events,
    labels,
    locale: 'zh-cn',
    withHeader: false,
    withEventsDragAndDrop: mayMove,
    canDragEvent: ({ id }: ScheduleEventData) => byId.get(String(id))?.isFixed === false,
    onEventClick: ({ id }: ScheduleEventData) => {
      const one = byId.get(String(id));
      if (one) onOpen(one);
    },
  };
  if (view === 'month') {
    return (
      <MonthView
        {...shared}
        consistentWeeks={false}
        classNames={{ monthViewDayLabel: classes.dayLabel }}
        onDayClick={onShowDay}
        onEventDrop={({ eventId, newStart }) => {
          const one = byId.get(String(eventId));
          // A day alone: the time of day stays.
          if (one) onMove(one.session, newStart.slice(0, 10));
        }}
      />
    );
  }
  return (
    <WeekView
      {...shared}
      {...hoursOf(sessions)}
      classNames={{
        weekViewDayLabel: `${classes.dayLabel} ${classes.weekDay}`,
        weekViewDayNumber: classes.dayNumber ?? '',
      }}
      // The library names a day by its date alone: what is seen has to be part of it, so CSS adds the weekday.
      weekdayFormat="MM-DD"
      intervalMinutes={30}
      withAllDaySlots={false}
      withWeekNumber={false}
      highlightToday
      slotHeight={44}
      startScrollTime="08:00:00"
      onEventDrop={({ eventId, newStart }) => {
        const one = byId.get(String(eventId));
        if (one) onMove(one.session, newStart);
      }}
    />
  );
}
