import { minutesOfDay } from '../../domain/base/civil-date.ts';
import type { TrainingClass } from '../../domain/teaching/class.ts';
import type { SubjectKind } from '../../domain/teaching/course.ts';
import { describeSession, type SessionDetails, sessionDetails } from '../../domain/teaching/session.ts';
import { firstIssue } from '../../refusals/first-issue.ts';
import { sessionsConflict, tooManyHalfDays } from '../../regulation/session-conflict.ts';
import { readDay, readSubjectKind } from '../roster/cell-values.ts';
import type { Grid } from '../roster/grid.ts';
import type { SheetHeader } from '../roster/header.ts';
import { SheetRow } from '../roster/sheet-row.ts';
import { type TimetableField, timetableFields } from './columns.ts';

type TimetableRow = SheetRow<TimetableField>;

export type TimetableVerdict =
  | { row: number; state: 'good'; when: string; session: SessionDetails }
  | { row: number; state: 'rejected'; when: string; problems: string[] };

/** What the sheet is judged against: the class, its usual kind, and the sessions it has. */
export interface TimetableKnowledge {
  of: Pick<TrainingClass, 'place' | 'mode'>;
  subjectKind: SubjectKind;
  existing: readonly SessionDetails[];
}

const halfDays: Record<string, [string, string]> = { 上午: ['08:30', '12:00'], 下午: ['14:30', '18:00'] };

/** From when to when: `9:00-11:30`, `09：00—11：30`, `上午`; null where it is neither. */
export function readTimes(text: string): [string, string] | null {
  const named = halfDays[text];
  if (named) return named;
  const match = /^(\d{1,2}):(\d{2})(?::00)?\s*(?:至|到|~|—+|–|-)\s*(\d{1,2}):(\d{2})(?::00)?$/.exec(
    text.normalize('NFKC'),
  );
  if (!match) return null;
  const [, fromHour = '', fromMinute = '', toHour = '', toMinute = ''] = match;
  return [`${fromHour.padStart(2, '0')}:${fromMinute}`, `${toHour.padStart(2, '0')}:${toMinute}`];
}

function readSession(row: TimetableRow, { of, subjectKind }: TimetableKnowledge): SessionDetails | null {
  const date = readDay(row.cell('date'));
  if (date === null) row.refuse('date', '日期无法识别，请按 2026-06-18 的格式填写');
  const times = readTimes(row.text('time'));
  if (times === null) row.refuse('time', '时间请按 9:00-11:30 的格式填写');
  const kind = readSubjectKind(row.text('subjectKind'), subjectKind);
  if (kind === null) row.refuse('subjectKind', '请写公需或专业');
  if (date === null || times === null || kind === null) return null;
  const [startTime, endTime] = times;
  const minutes = row.has('minutes')
    ? Number(row.text('minutes'))
    : Math.max(1, minutesOfDay(endTime) - minutesOfDay(startTime));
  const read = sessionDetails.safeParse({
    date,
    startTime,
    endTime,
    counting: 'minutes',
    minutes,
    subjectKind: kind,
    topic: row.text('topic'),
    mode: row.has('mode') ? (/远程|线上|网络|直播/.test(row.text('mode')) ? 'remote' : 'inPerson') : of.mode,
    place: row.text('place') || of.place,
    trainerName: row.text('trainerName'),
    trainerIds: {},
    makesUpFor: null,
    sharedReason: row.text('sharedReason'),
  });
  if (read.success) return read.data;
  const { where, why } = firstIssue(read.error);
  const field = Object.hasOwn(timetableFields, where) ? where : where === 'endTime' ? 'time' : 'date';
  row.refuse(field as TimetableField, why);
  return null;
}

/** Judges every row below the header, each against the class's sessions and the rows before it. */
export function judgeTimetable(
  sheet: Grid,
  header: SheetHeader<TimetableField>,
  knowledge: TimetableKnowledge,
): TimetableVerdict[] {
  const verdicts: TimetableVerdict[] = [];
  const taken: { session: SessionDetails; row?: number }[] = knowledge.existing.map((session) => ({
    session,
  }));
  for (let index = Math.max(...header.rows) + 1; index < sheet.rows.length; index += 1) {
    const row = new SheetRow(sheet, header, index, timetableFields);
    if (!row.has('date') && !row.has('time')) continue;
    const session = readSession(row, knowledge);
    const when = session ? describeSession(session) : `${row.text('date')} ${row.text('time')}`;
    const other = session && taken.find((one) => sessionsConflict(one.session, session));
    if (other) {
      const with_ = other.row === undefined ? '已有的课次' : `第${other.row}行`;
      row.refuse('time', `与${with_}（${describeSession(other.session)}）冲突`);
    }
    if (session && tooManyHalfDays([...taken.map((one) => one.session), session], session.date)) {
      row.refuse('date', '一天只有两个半天（第10条）');
    }
    if (session === null || row.problems.length > 0) {
      verdicts.push({ row: index + 1, state: 'rejected', when, problems: row.problems });
      continue;
    }
    taken.push({ session, row: index + 1 });
    verdicts.push({ row: index + 1, state: 'good', when, session });
  }
  return verdicts;
}
