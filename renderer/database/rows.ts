import type { Account, Escrow } from '../../shared/domain/account.ts';
import type { ClassAssessment } from '../../shared/domain/assessment.ts';
import type { SessionAttendance } from '../../shared/domain/attendance.ts';
import type { Base } from '../../shared/domain/base.ts';
import type { Certificate } from '../../shared/domain/certificate.ts';
import type { TrainingClass } from '../../shared/domain/class.ts';
import type { Course } from '../../shared/domain/course.ts';
import type { Employer } from '../../shared/domain/employer.ts';
import type { Enrolment } from '../../shared/domain/enrolment.ts';
import type { DocumentKind } from '../../shared/domain/identity-document.ts';
import type { Learner } from '../../shared/domain/learner.ts';
import type { SealedText } from '../../shared/domain/sealed-text.ts';
import type { Session } from '../../shared/domain/session.ts';
import type { JournalEntry } from '../../shared/exchange/journal/entry.ts';

export interface SealedDocument extends SealedText {
  kind: DocumentKind;
}

/** A learner as it is stored: personal data sealed, with what the indexes need. */
export interface LearnerRow extends Omit<Learner, 'document' | 'formerDocuments' | 'phone'> {
  document: SealedDocument;
  formerDocuments: SealedDocument[];
  phone: SealedText | null;
  /** A keyed hash of every document held; unique over all learners. */
  identities: string[];
  /** What a search may begin with: name, pinyin initials, last four digits, learner number, hashed phone. */
  terms: string[];
  lastFour: string;
}

/** A journal entry with the records it touched, as `learners:…`: what a record's history is found by. */
export interface JournalRow extends JournalEntry {
  records: string[];
}

/** How many rows a table holds and a hash over all of them, kept up with every write. */
export interface TableProof {
  rows: number;
  /** 128 bits as hexadecimal digits. */
  hash: string;
}

export interface ContentProof {
  id: 'content';
  tables: Record<string, TableProof>;
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
  accounts: Account;
  escrow: Escrow;
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
  accounts: 'id',
  escrow: 'id',
} as const satisfies { [Name in TableName]: keyof Rows[Name] };

export const tableNames = Object.keys(primaryKeys) as TableName[];
