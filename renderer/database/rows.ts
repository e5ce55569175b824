import type { Account, Escrow } from '../../shared/domain/base/account.ts';
import type { Authority } from '../../shared/domain/base/authority.ts';
import type { StoredBase } from '../../shared/domain/base/base.ts';
import type { DutyRecord } from '../../shared/domain/base/duty-record.ts';
import type { Facility } from '../../shared/domain/base/facility.ts';
import type { Submission } from '../../shared/domain/base/submission.ts';
import type { BlankStock } from '../../shared/domain/certificates/blank-stock.ts';
import type { Certificate } from '../../shared/domain/certificates/certificate.ts';
import type { PrintRun } from '../../shared/domain/certificates/print-run.ts';
import type {
  DesignVersion,
  PrinterProfile,
  StoredDesign,
} from '../../shared/domain/certificates/stored-design.ts';
import type { Transcript } from '../../shared/domain/certificates/transcript.ts';
import type { Charge } from '../../shared/domain/money/charge.ts';
import type { FundEntry } from '../../shared/domain/money/fund-entry.ts';
import type { Notice } from '../../shared/domain/money/notice.ts';
import type { Receipt } from '../../shared/domain/money/receipt.ts';
import type { Appointment } from '../../shared/domain/people/appointment.ts';
import type { Employer } from '../../shared/domain/people/employer.ts';
import type { DocumentKind } from '../../shared/domain/people/identity-document.ts';
import type { Learner } from '../../shared/domain/people/learner.ts';
import type { SealedText } from '../../shared/domain/people/sealed-text.ts';
import type { Trainer } from '../../shared/domain/people/trainer.ts';
import type { TrainerScore } from '../../shared/domain/people/trainer-score.ts';
import type { Survey, SurveyVersion } from '../../shared/domain/surveys/survey.ts';
import type { SurveyAnswers, SurveyRun } from '../../shared/domain/surveys/survey-run.ts';
import type { ClassAssessment } from '../../shared/domain/teaching/assessment.ts';
import type { Attachment } from '../../shared/domain/teaching/attachment.ts';
import type { SessionAttendance } from '../../shared/domain/teaching/attendance.ts';
import type { TrainingClass } from '../../shared/domain/teaching/class.ts';
import type { Course } from '../../shared/domain/teaching/course.ts';
import type { Enrolment } from '../../shared/domain/teaching/enrolment.ts';
import type { Filing, Loan } from '../../shared/domain/teaching/filing.ts';
import type { Handover } from '../../shared/domain/teaching/handover.ts';
import type { ImprovementTask } from '../../shared/domain/teaching/improvement-task.ts';
import type { EmployerYear, LearnerYear, LedgerLine } from '../../shared/domain/teaching/ledger.ts';
import type { SessionClaims } from '../../shared/domain/teaching/mark-claim.ts';
import type { OutsideEntry } from '../../shared/domain/teaching/outside-entry.ts';
import type { Plan, PlanLine } from '../../shared/domain/teaching/plan.ts';
import type { Session } from '../../shared/domain/teaching/session.ts';
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

/** Which rules the derived tables were last built by, and whether they follow from what is there now. */
export interface Derivation {
  id: 'ledger';
  version: number;
  current: boolean;
}

/** Tables that commands write and the journal carries, with their rows; all keys are texts. */
export interface SourceRows {
  base: StoredBase;
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
  outsideEntries: OutsideEntry;
  transcripts: Transcript;
  dutyRecords: DutyRecord;
  plans: Plan;
  planLines: PlanLine;
  charges: Charge;
  receipts: Receipt;
  fundEntries: FundEntry;
  notices: Notice;
  trainers: Trainer;
  appointments: Appointment;
  trainerScores: TrainerScore;
  facilities: Facility;
  attachments: Attachment;
  filings: Filing;
  loans: Loan;
  surveys: Survey;
  surveyVersions: SurveyVersion;
  surveyRuns: SurveyRun;
  surveyAnswers: SurveyAnswers;
  improvementTasks: ImprovementTask;
  certificateDesigns: StoredDesign;
  designVersions: DesignVersion;
  printers: PrinterProfile;
  printRuns: PrintRun;
  blankStocks: BlankStock;
  handovers: Handover;
  markClaims: SessionClaims;
  authorities: Authority;
  submissions: Submission;
}

/** Tables that follow from the others: kept up in the same transaction, never in the journal. */
export interface DerivedRows {
  ledger: LedgerLine;
  learnerYears: LearnerYear;
  employerYears: EmployerYear;
}

export interface Rows extends SourceRows, DerivedRows {}

export type SourceTable = keyof SourceRows;
export type DerivedTable = keyof DerivedRows;
export type TableName = keyof Rows;

export const derivedTables = ['ledger', 'learnerYears', 'employerYears'] as const satisfies DerivedTable[];

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
  outsideEntries: 'id',
  transcripts: 'id',
  dutyRecords: 'id',
  plans: 'id',
  planLines: 'id',
  charges: 'id',
  receipts: 'id',
  fundEntries: 'id',
  notices: 'id',
  trainers: 'id',
  appointments: 'id',
  trainerScores: 'id',
  facilities: 'id',
  attachments: 'id',
  filings: 'id',
  loans: 'id',
  surveys: 'id',
  surveyVersions: 'id',
  surveyRuns: 'id',
  surveyAnswers: 'runId',
  improvementTasks: 'id',
  certificateDesigns: 'id',
  designVersions: 'id',
  printers: 'id',
  printRuns: 'id',
  blankStocks: 'id',
  handovers: 'id',
  markClaims: 'sessionId',
  authorities: 'id',
  submissions: 'id',
  ledger: 'id',
  learnerYears: 'id',
  employerYears: 'id',
} as const satisfies { [Name in TableName]: keyof Rows[Name] };

export const tableNames = Object.keys(primaryKeys) as TableName[];
