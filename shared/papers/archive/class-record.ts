import type { Base } from '../../domain/base/base.ts';
import type { Certificate } from '../../domain/certificates/certificate.ts';
import type { Charge } from '../../domain/money/charge.ts';
import type { FundEntry } from '../../domain/money/fund-entry.ts';
import type { Notice, NoticeLine } from '../../domain/money/notice.ts';
import type { Learner } from '../../domain/people/learner.ts';
import type { NamedTrainer } from '../../domain/people/trainer.ts';
import type { TrainerScore } from '../../domain/people/trainer-score.ts';
import type { ClassAssessment } from '../../domain/teaching/assessment.ts';
import type { Attachment } from '../../domain/teaching/attachment.ts';
import type { SessionAttendance } from '../../domain/teaching/attendance.ts';
import type { TrainingClass } from '../../domain/teaching/class.ts';
import type { Course } from '../../domain/teaching/course.ts';
import type { Plan, PlanLine } from '../../domain/teaching/plan.ts';
import type { Session } from '../../domain/teaching/session.ts';
import type { CertificateVerdict } from '../../regulation/certificate-verdict.ts';
import type { RunResult } from '../../regulation/run-result.ts';

/** A learner of a class as its archive lists one. */
export interface RecordedMember {
  learner: Pick<Learner, 'id' | 'name' | 'sex' | 'title' | 'titleLevel'>;
  employerName: string;
  /** As it is printed: masked or whole by the setting. */
  document: string;
  verdict: CertificateVerdict | undefined;
  joinedSessionId: string | null;
}

/** Everything the app has on record of one class. */
export interface ClassRecord {
  base: Base;
  of: TrainingClass;
  course: Course | undefined;
  sessions: Session[];
  members: RecordedMember[];
  attendance: ReadonlyMap<string, SessionAttendance>;
  assessment: ClassAssessment | undefined;
  certificates: Certificate[];
  charges: Charge[];
  entries: FundEntry[];
  notice: { notice: Notice; line: NoticeLine } | null;
  plan: { plan: Plan; line: PlanLine } | null;
  /** Who taught: of the roster where it knows them. */
  trainers: NamedTrainer[];
  scores: TrainerScore[];
  /** What its learners answered in closed surveys (第24条). */
  evaluations: RunResult[];
  attachments: Attachment[];
}
