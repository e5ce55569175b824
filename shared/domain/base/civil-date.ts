import { z } from 'zod';

/** A civil date `YYYY-MM-DD` in Asia/Shanghai; compares correctly as text. */
export type CivilDate = string;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether `text` is a day that exists, written `YYYY-MM-DD`. */
export function isCivilDate(text: string): boolean {
  const match = pattern.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    year >= 1000 &&
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day
  );
}

export const civilDate = z.string().refine(isCivilDate, '日期不存在，请按 2026-03-01 的格式填写');

/** A clock time `HH:MM` of 24 hours. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间请按 09:00 的格式填写');

/** Minutes since midnight of a clock time `HH:MM`. */
export function minutesOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The civil year of a date: hours count in it (第12条). */
export function civilYear(date: CivilDate): number {
  return Number(date.slice(0, 4));
}

const shanghai = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function shanghaiParts(epochMilliseconds: number): Record<string, string> {
  return Object.fromEntries(shanghai.formatToParts(epochMilliseconds).map((part) => [part.type, part.value]));
}

/** The instant at which a day begins in Asia/Shanghai. */
export function beginOfDay(date: CivilDate): Date {
  return new Date(`${date}T00:00:00+08:00`);
}

/** The civil date in Asia/Shanghai at an instant in epoch milliseconds. */
export function civilDateAt(epochMilliseconds: number): CivilDate {
  const { year, month, day } = shanghaiParts(epochMilliseconds);
  return `${year}-${month}-${day}`;
}

/** The clock time `HH:MM` in Asia/Shanghai at an instant in epoch milliseconds. */
export function clockTimeAt(epochMilliseconds: number): string {
  const { hour, minute } = shanghaiParts(epochMilliseconds);
  return `${hour}:${minute}`;
}

/** The date `days` later (or earlier, when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** `2026-03-01` as `2026年3月1日`. */
export function chineseDate(date: CivilDate): string {
  return `${civilYear(date)}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

/** The weekday, 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: CivilDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** The weekday as `周六`. */
export function chineseWeekday(date: CivilDate): string {
  return `周${'日一二三四五六'.charAt(weekdayOf(date))}`;
}

/** From first to last day as one phrase: `2026年9月5日至9月12日`, or the one day. */
export function chinesePeriod(first: CivilDate, last: CivilDate): string {
  if (first === last) return chineseDate(first);
  const tail = civilYear(first) === civilYear(last) ? chineseDate(last).slice(5) : chineseDate(last);
  return `${chineseDate(first)}至${tail}`;
}

/** An ISO instant as date and clock time in Asia/Shanghai: `2026-11-24 22:56`. */
export function momentText(iso: string): string {
  const instant = Date.parse(iso);
  return `${civilDateAt(instant)} ${clockTimeAt(instant)}`;
}
