import type { CivilDate } from '../domain/base/civil-date.ts';
import { addDays, civilYear } from '../domain/base/civil-date.ts';
import type { TrainingClass } from '../domain/teaching/class.ts';
import type { Session } from '../domain/teaching/session.ts';
import { sessionsToMark } from './attendance-rate.ts';

/** One learner of a class as far as closing it asks. */
interface RegisteredLearner {
  name: string;
  joinedSessionId: string | null;
  /** Sessions there is a mark for. */
  marked: ReadonlySet<string>;
  hasResult: boolean;
}

export interface ClosingCase {
  of: Pick<TrainingClass, 'content'>;
  sessions: readonly Session[];
  learners: readonly RegisteredLearner[];
  /** People who attended and are not matched to a learner yet. */
  unmatchedWalkIns: number;
  today: CivilDate;
}

export type ClosingCode = 'learners' | 'kind' | 'content' | 'attendance' | 'walkIns' | 'result';

/** One thing 第10条 asks to be registered before a class may be closed. */
export interface ClosingLine {
  code: ClosingCode;
  label: string;
  isOpen: boolean;
  /** What is registered, or what is missing. */
  state: string;
  /** Learners it is missing for. */
  missing: string[];
}

function line(
  code: ClosingCode,
  label: string,
  isOpen: boolean,
  state: string,
  missing: string[] = [],
): ClosingLine {
  return { code, label, isOpen, state, missing };
}

function attendanceLine({ sessions, learners, today }: ClosingCase): ClosingLine {
  const toCome = sessions.filter(({ date }) => date > today).length;
  if (sessions.length === 0) return line('attendance', '点名', true, '没有课次');
  if (toCome > 0) return line('attendance', '点名', true, `还有 ${toCome} 次课未上`);
  const missing = learners
    .filter(({ joinedSessionId, marked }) =>
      sessionsToMark(sessions, joinedSessionId).some(({ id }) => !marked.has(id)),
    )
    .map(({ name }) => name);
  const state = missing.length > 0 ? `${missing.length} 人有课次没有点名` : `${sessions.length} 次课都已点名`;
  return line('attendance', '点名', missing.length > 0, state, missing);
}

/**
 * What a class has registered and what is still open (第10条: the base registers kind, content and
 * assessment result of everybody's training). No class closes while a line is open.
 */
export function closingLines(input: ClosingCase): ClosingLine[] {
  const { of, sessions, learners, unmatchedWalkIns } = input;
  const kinds = new Set(sessions.map(({ subjectKind }) => subjectKind));
  const withoutResult = learners.filter(({ hasResult }) => !hasResult).map(({ name }) => name);
  const kindNames = [
    ...(kinds.has('general') ? ['公需'] : []),
    ...(kinds.has('professional') ? ['专业'] : []),
  ];
  return [
    line(
      'learners',
      '学员',
      learners.length === 0,
      learners.length === 0 ? '班里没有学员' : `${learners.length} 人`,
    ),
    line('kind', '种类', kinds.size === 0, kinds.size === 0 ? '没有课次' : `${kindNames.join('、')}科目`),
    line('content', '内容', of.content.trim() === '', of.content.trim() === '' ? '没有填写' : of.content),
    attendanceLine(input),
    line(
      'walkIns',
      '临时学员',
      unmatchedWalkIns > 0,
      unmatchedWalkIns > 0 ? `${unmatchedWalkIns} 人还没有对应到学员` : '没有待匹配的',
    ),
    line(
      'result',
      '考试考核结果',
      withoutResult.length > 0,
      withoutResult.length > 0 ? `${withoutResult.length} 人没有结果` : '每人都有结果',
      withoutResult,
    ),
  ];
}

/** An open line with up to three names, for the person at the desk. */
export function describeOpenLine({ label, state, missing }: ClosingLine): string {
  const names = missing.slice(0, 3).join('、');
  const more = missing.length > 3 ? ' 等' : '';
  return missing.length > 0 ? `${label}：${state}（${names}${more}）` : `${label}：${state}`;
}

/** The last day on which a class that ended is to be closed and filed. */
export function filingDeadline(endDate: CivilDate, filingDeadlineDays: number): CivilDate {
  return addDays(endDate, filingDeadlineDays);
}

/** The last civil day on which the papers of a class closed on a day are to be kept: whole years after that one. */
export function keptUntil(closedOn: CivilDate, retentionYears: number): CivilDate {
  return `${civilYear(closedOn) + retentionYears}-12-31`;
}
