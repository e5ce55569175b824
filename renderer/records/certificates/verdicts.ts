import type { Certificate } from '../../../shared/domain/certificates/certificate.ts';
import { countingResult } from '../../../shared/domain/teaching/assessment.ts';
import type { AttendanceMark } from '../../../shared/domain/teaching/attendance.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import type { Enrolment } from '../../../shared/domain/teaching/enrolment.ts';
import {
  type CertificateVerdict,
  certificateVerdict,
} from '../../../shared/regulation/certificate-verdict.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { certificatesInForce } from '../lookups.ts';

export interface LearnerVerdict {
  enrolment: Enrolment;
  verdict: CertificateVerdict;
  assessment: ReturnType<typeof countingResult>;
  /** The certificate in force. */
  certificate: Certificate | undefined;
}

/** The verdict on every learner of a class, from what is registered now; by learner id. */
export async function classVerdicts(
  database: BaseDatabase,
  of: TrainingClass,
  today: string,
): Promise<Map<string, LearnerVerdict>> {
  const { sessions, enrolments, attendance, assessments } = database.rows;
  const [taught, enrolled, marked, assessed, inForce] = await Promise.all([
    sessions.where('classId').equals(of.id).toArray(),
    enrolments.where('classId').equals(of.id).toArray(),
    attendance.where('classId').equals(of.id).toArray(),
    assessments.get(of.id),
    certificatesInForce(database, of.id),
  ]);
  return new Map(
    enrolled.map((enrolment) => {
      const { learnerId, joinedSessionId } = enrolment;
      const marks = new Map<string, AttendanceMark>();
      for (const row of marked) {
        const mark = row.marks[learnerId];
        if (mark) marks.set(row.sessionId, mark);
      }
      const certificate = inForce.get(learnerId);
      const assessment = countingResult(assessed?.results[learnerId]);
      const verdict = certificateVerdict({
        sessions: taught,
        marks,
        joinedSessionId,
        result: assessment,
        attendanceThresholdPercent: of.attendanceThresholdPercent,
        passMark: of.passMark,
        countingRules: of.countingRules,
        issuedNumber: certificate?.number ?? null,
        today,
      });
      return [learnerId, { enrolment, verdict, assessment, certificate }];
    }),
  );
}
