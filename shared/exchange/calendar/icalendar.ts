import type { Session } from '../../domain/teaching/session.ts';

/** Text as iCalendar writes it (RFC 5545, 3.3.11). */
function escaped(text: string): string {
  return text.replace(/([\\;,])/g, '\\$1').replace(/\r?\n/g, '\\n');
}

const encoder = new TextEncoder();
const lineBytes = 75;

/** A line of at most 75 octets, gone on with after a blank; no character is torn apart. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let room = lineBytes;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (size > room) {
      parts.push(part);
      part = '';
      room = lineBytes - 1;
    }
    part += character;
    room -= size;
  }
  return [...parts, part].join('\r\n ');
}

function stamp(date: string, time: string): string {
  return `${date.replaceAll('-', '')}T${time.replace(':', '')}00`;
}

/** China has kept one offset since 1991; the measures are younger. */
const shanghai = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Shanghai',
  'BEGIN:STANDARD',
  'DTSTART:19910915T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
];

export interface CalendarClass {
  title: string;
  sessions: readonly Session[];
}

/**
 * A class's timetable as iCalendar (RFC 5545), for phones and other calendars. A session keeps its UID, so
 * that a later file moves it instead of adding it again.
 * @param writtenAt ISO instant
 */
export function writeCalendar({ title, sessions }: CalendarClass, writtenAt: string): string {
  const dtstamp = writtenAt.replace(/[-:]|\.\d+/g, '');
  const events = sessions.flatMap((session) => [
    'BEGIN:VEVENT',
    `UID:${session.id}@jixujiaoyu-jidi`,
    `DTSTAMP:${dtstamp}`,
    `DTSTART;TZID=Asia/Shanghai:${stamp(session.date, session.startTime)}`,
    `DTEND;TZID=Asia/Shanghai:${stamp(session.date, session.endTime)}`,
    `SUMMARY:${escaped(session.topic ? `${title}：${session.topic}` : title)}`,
    ...(session.place ? [`LOCATION:${escaped(session.place)}`] : []),
    ...(session.trainerName ? [`DESCRIPTION:${escaped(`授课教师 ${session.trainerName}`)}`] : []),
    'END:VEVENT',
  ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//jixujiaoyu-jidi//timetable//ZH',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(title)}`,
    ...shanghai,
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
