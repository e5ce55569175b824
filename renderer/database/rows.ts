import type { ClassAssessment } from '../../shared/domain/assessment.ts';
import type { SessionAttendance } from '../../shared/domain/attendance.ts';
import type { Base } from '../../shared/domain/base.ts';
import type { Certificate } from '../../shared/domain/certificate.ts';
import type { TrainingClass } from '../../shared/domain/class.ts';
import type { Course } from '../../shared/domain/course.ts';
import type { Employer } from '../../shared/domain/employer.ts';
import type { Enrolment } from '../../shared/domain/enrolment.ts';
import type { Learner } from '../../shared/domain/learner.ts';
import type { Session } from '../../shared/domain/session.ts';

/** A learner with what the indexes need. */
export interface LearnerRow extends Learner {
  /** Every document held, as `identityKey`; unique over all learners. */
  identities: string[];
  /** What a search may begin with: name, pinyin initials, last four digits, learner number. */
  terms: string[];
  lastFour: string;
}

/** The last number given out of a series. */
export interface Counter {
  id: string;
  value: number;
}

/** Every table and its row; all keys are texts. */
export interface Rows {
  base: Base;
  employers: Employer;
  learners: LearnerRow;
  courses: Course;
  classes: TrainingClass;
  sessions: Session;
  enrolments: Enrolment;
  attendance: SessionAttendance;
  assessments: ClassAssessment;
  certificates: Certificate;
  counters: Counter;
}

export type TableName = keyof Rows;

/** The property that is each table's key. */
export const primaryKeys = {
  base: 'id',
  employers: 'id',
  learners: 'id',
  courses: 'id',
  classes: 'id',
  sessions: 'id',
  enrolments: 'id',
  attendance: 'sessionId',
  assessments: 'classId',
  certificates: 'id',
  counters: 'id',
} as const satisfies { [Name in TableName]: keyof Rows[Name] };

export const tableNames = Object.keys(primaryKeys) as TableName[];
