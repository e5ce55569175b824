import type { CivilDate } from '../domain/base/civil-date.ts';
import { type AssessmentResult, isPass } from '../domain/teaching/assessment.ts';
import { type AttendanceMark, countsAsAttended } from '../domain/teaching/attendance.ts';
import type { CountingRules } from '../domain/teaching/counting-rules.ts';
import type { Session } from '../domain/teaching/session.ts';
import {
  type AttendanceRate,
  attendancePercent,
  attendanceRate,
  reachesThreshold,
  sessionsToMark,
} from './attendance-rate.ts';
import { type CreditHours, countCreditHours } from './credit-hours.ts';

export type RefusalReason =
  | { code: 'noSessions' }
  | { code: 'sessionsToCome'; count: number }
  | { code: 'unmarkedSessions'; count: number }
  | { code: 'attendanceBelow'; percent: number; threshold: number; attended: number; planned: number }
  | { code: 'noResult' }
  | { code: 'scoreBelow'; score: number; passMark: number }
  | { code: 'failed' }
  | { code: 'noHours' }
  | { code: 'alreadyIssued'; number: string }
  | { code: 'missingCharacters'; characters: string };

export interface CertificateCase {
  sessions: readonly Session[];
  /** This learner's marks by session. */
  marks: ReadonlyMap<string, AttendanceMark>;
  joinedSessionId: string | null;
  result: AssessmentResult | undefined;
  attendanceThresholdPercent: number;
  passMark: number;
  countingRules: CountingRules;
  /** The number of a certificate of this learner and class that is in force. */
  issuedNumber: string | null;
  today: CivilDate;
}

export interface CertificateVerdict {
  eligible: boolean;
  reasons: RefusalReason[];
  hours: CreditHours;
  rate: AttendanceRate;
}

function resultReason(result: AssessmentResult | undefined, passMark: number): RefusalReason[] {
  if (result === undefined) return [{ code: 'noResult' }];
  if (isPass(result, passMark)) return [];
  return result.kind === 'score'
    ? [{ code: 'scoreBelow', score: result.score, passMark }]
    : [{ code: 'failed' }];
}

/**
 * Whether a certificate may be issued (第22条: truthfully, from the assessment), with every reason
 * against it and the hours it would state (第10条). Pure: the command and the screen ask the same.
 */
export function certificateVerdict(input: CertificateCase): CertificateVerdict {
  const { sessions, marks, countingRules } = input;
  const attended = new Set(
    sessions.filter(({ id }) => countsAsAttended(marks.get(id), countingRules)).map(({ id }) => id),
  );
  const hours = countCreditHours(sessions, attended, countingRules.partHours);
  const rate = attendanceRate(sessions, attended);
  const reasons: RefusalReason[] = [];
  if (input.issuedNumber !== null) reasons.push({ code: 'alreadyIssued', number: input.issuedNumber });
  if (rate.planned === 0) {
    reasons.push({ code: 'noSessions' });
  } else {
    const due = sessionsToMark(sessions, input.joinedSessionId);
    const toCome = due.filter((session) => session.date > input.today).length;
    const unmarked = due.filter((session) => session.date <= input.today && !marks.has(session.id)).length;
    if (toCome > 0) reasons.push({ code: 'sessionsToCome', count: toCome });
    if (unmarked > 0) reasons.push({ code: 'unmarkedSessions', count: unmarked });
    if (!reachesThreshold(rate, input.attendanceThresholdPercent)) {
      reasons.push({
        code: 'attendanceBelow',
        percent: attendancePercent(rate),
        threshold: input.attendanceThresholdPercent,
        ...rate,
      });
    } else if (hours.total === 0) {
      reasons.push({ code: 'noHours' });
    }
  }
  reasons.push(...resultReason(input.result, input.passMark));
  return { eligible: reasons.length === 0, reasons, hours, rate };
}

/** A reason as the person at the desk reads it. */
export function describeReason(reason: RefusalReason): string {
  switch (reason.code) {
    case 'noSessions':
      return '培训班没有课次';
    case 'sessionsToCome':
      return `还有 ${reason.count} 次课未上`;
    case 'unmarkedSessions':
      return `还有 ${reason.count} 次课未点名`;
    case 'attendanceBelow':
      return `出勤率 ${reason.percent}% < ${reason.threshold}%（${reason.attended}/${reason.planned} 次）`;
    case 'noResult':
      return '没有考核结果';
    case 'scoreBelow':
      return `成绩 ${reason.score} < ${reason.passMark}`;
    case 'failed':
      return '考核不合格';
    case 'noHours':
      return '学时为 0';
    case 'alreadyIssued':
      return `已发证书 ${reason.number}`;
    case 'missingCharacters':
      return `字库缺少“${reason.characters}”`;
  }
}
