import type { Certificate } from '../../../shared/domain/certificates/certificate.ts';
import { type AssessmentResult, countingResult } from '../../../shared/domain/teaching/assessment.ts';
import type { AttendanceMark, AttendanceStatus } from '../../../shared/domain/teaching/attendance.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import type { Session } from '../../../shared/domain/teaching/session.ts';
import type { CertificateCase } from '../../../shared/regulation/certificate-verdict.ts';
import { type CorrectionEffect, correctionEffect } from '../../../shared/regulation/correction-effect.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { certificatesInForce, enrolmentIn, sessionsOfClass } from '../lookups.ts';

/** What one learner has registered in a class. */
export interface Registered {
  sessions: Session[];
  marks: Map<string, AttendanceMark>;
  /** The result that counts, and whether it is the make-up's. */
  result: AssessmentResult | undefined;
  which: 'first' | 'makeUp';
  joinedSessionId: string | null;
  certificate: Certificate | undefined;
}

export async function readRegistered(
  database: BaseDatabase,
  classId: string,
  learnerId: string,
): Promise<Registered> {
  const [sessions, rows, assessed, enrolment, inForce] = await Promise.all([
    sessionsOfClass(database, classId),
    database.rows.attendance.where('classId').equals(classId).toArray(),
    database.rows.assessments.get(classId),
    enrolmentIn(database, classId, learnerId),
    certificatesInForce(database, classId),
  ]);
  const marks = new Map<string, AttendanceMark>();
  for (const row of rows) {
    const mark = row.marks[learnerId];
    if (mark) marks.set(row.sessionId, mark);
  }
  const assessment = assessed?.results[learnerId];
  return {
    sessions,
    marks,
    result: countingResult(assessment),
    which: assessment?.makeUp ? 'makeUp' : 'first',
    joinedSessionId: enrolment?.joinedSessionId ?? null,
    certificate: inForce.get(learnerId),
  };
}

/** What a correction would make of it. */
export interface Corrected {
  /** New marks by session; others stay. */
  marks: ReadonlyMap<string, AttendanceStatus>;
  /** The new result; undefined leaves it. */
  result: AssessmentResult | undefined;
}

function caseOf(of: TrainingClass, registered: Registered, today: string): CertificateCase {
  return {
    ...registered,
    attendanceThresholdPercent: of.attendanceThresholdPercent,
    passMark: of.passMark,
    countingRules: of.countingRules,
    issuedNumber: null,
    today,
  };
}

/** What a correction does, before it is done: the screen shows it and the command acts by it. */
export function effectOf(
  of: TrainingClass,
  registered: Registered,
  corrected: Corrected,
  today: string,
): CorrectionEffect {
  const marks = new Map(registered.marks);
  for (const [sessionId, status] of corrected.marks) {
    marks.set(sessionId, { at: '', by: '', note: '', ...marks.get(sessionId), status });
  }
  const before = caseOf(of, registered, today);
  const after = { ...before, marks, result: corrected.result ?? registered.result };
  return correctionEffect(before, after, registered.certificate?.snapshot ?? null);
}
