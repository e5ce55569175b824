import { z } from 'zod';
import { chineseDate, chineseWeekday, civilDate, clockTime, minutesOfDay } from '../base/civil-date.ts';
import { teachingMode, teachingModes } from './class.ts';
import { subjectKind } from './course.ts';

/** 第10条: class teaching counts by minutes, visits and lectures by half days. */
export const countingModes = { minutes: '按分钟（45分钟1学时）', halfDay: '按半天（4学时）' } as const;
const countingMode = z.enum(['minutes', 'halfDay']);

export const sessionDetails = z
  .object({
    date: civilDate.refine(
      (date) => date >= '2017-02-01',
      '办法自 2017-02-01 起施行，课次不能早于这一天（第35条）',
    ),
    startTime: clockTime,
    endTime: clockTime,
    counting: countingMode,
    /** Taught minutes, breaks left out; counts only in mode `minutes`. */
    minutes: z.number().int().min(1, '授课分钟数至少为 1').max(720),
    subjectKind,
    topic: z.string().trim().max(120),
    mode: teachingMode,
    place: z.string().trim().max(80),
    trainerName: z.string().trim().max(40),
    /** Which trainer of the roster each name is; a name it does not know, or knows twice, is left out. */
    trainerIds: z.record(z.string(), z.uuid()),
    /** The session this one makes up for; it replaces that one, never adds. */
    makesUpFor: z.uuid().nullable(),
    /** Why trainer and place may be another class's at the same time, as when two classes are taught together; empty where they are not. */
    sharedReason: z.string().trim().max(80),
  })
  .refine((session) => minutesOfDay(session.endTime) > minutesOfDay(session.startTime), {
    path: ['endTime'],
    message: '结束时间应晚于开始时间',
  })
  .refine(
    (session) =>
      session.counting === 'halfDay' ||
      session.minutes <= minutesOfDay(session.endTime) - minutesOfDay(session.startTime),
    { path: ['minutes'], message: '授课分钟数超过了上课起止时间' },
  );
export type SessionDetails = z.infer<typeof sessionDetails>;

export type Session = SessionDetails & { id: string; classId: string };

/** Sessions in the order they are taught. */
export function byTime(a: SessionDetails, b: SessionDetails): number {
  return `${a.date} ${a.startTime}`.localeCompare(`${b.date} ${b.startTime}`);
}

/** A session as a person names it: `2026年3月7日 周六 09:00`. */
export function describeSession({ date, startTime }: Pick<SessionDetails, 'date' | 'startTime'>): string {
  return `${chineseDate(date)} ${chineseWeekday(date)} ${startTime}`;
}

/** What was taught, marked where it makes up for a session. */
export function topicText({ topic, makesUpFor }: Pick<SessionDetails, 'topic' | 'makesUpFor'>): string {
  return makesUpFor ? `【补课】${topic}` : topic;
}

/** Where it was taught; a remote one has no place. */
export function placeText({ mode, place }: Pick<SessionDetails, 'mode' | 'place'>): string {
  return mode === 'remote' ? teachingModes.remote : place;
}
