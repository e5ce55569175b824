import { expect, test } from 'vitest';
import { sessionOf } from '../../../tests/support/session.ts';
import { writeCalendar } from './icalendar.ts';

const session = sessionOf({
  id: 's1',
  date: '2026-03-07',
  startTime: '09:00',
  endTime: '11:30',
  topic: '北斗定位, 倾斜摄影; 反斜\\线',
  place: '培训楼 201',
  trainerName: '高教授',
});
const text = writeCalendar({ title: '测绘班', sessions: [session] }, '2026-03-01T02:03:04.567Z');
const lines = text.replaceAll('\r\n ', '').split('\r\n');

test('a session is an event in the time of Asia/Shanghai', () => {
  expect(lines).toEqual(
    expect.arrayContaining([
      'UID:s1@jixujiaoyu-jidi',
      'DTSTAMP:20260301T020304Z',
      'DTSTART;TZID=Asia/Shanghai:20260307T090000',
      'DTEND;TZID=Asia/Shanghai:20260307T113000',
      'LOCATION:培训楼 201',
      'DESCRIPTION:授课教师 高教授',
    ]),
  );
});

test('commas, semicolons and backslashes of a text are escaped', () => {
  expect(lines).toContain('SUMMARY:测绘班：北斗定位\\, 倾斜摄影\\; 反斜\\\\线');
});

test('no line is longer than 75 octets and none tears a character apart', () => {
  const long = writeCalendar(
    { title: '测'.repeat(60), sessions: [{ ...session, topic: '𬭁a'.repeat(40) }] },
    '2026-03-01T02:03:04Z',
  );
  for (const line of long.split('\r\n')) {
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(line).not.toContain('\uFFFD');
  }
  expect(long.replaceAll('\r\n ', '')).toContain(`SUMMARY:${'测'.repeat(60)}：${'𬭁a'.repeat(40)}`);
});

test('every part that begins ends, in the order of RFC 5545', () => {
  const nesting = lines.filter((line) => /^(BEGIN|END):/.test(line));
  expect(nesting).toEqual([
    'BEGIN:VCALENDAR',
    'BEGIN:VTIMEZONE',
    'BEGIN:STANDARD',
    'END:STANDARD',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ]);
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
});
