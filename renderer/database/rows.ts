import type { Account, Escrow } from '../../shared/domain/account.ts';
import type { Appointment } from '../../shared/domain/appointment.ts';
import type { ClassAssessment } from '../../shared/domain/assessment.ts';
import type { Attachment } from '../../shared/domain/attachment.ts';
import type { SessionAttendance } from '../../shared/domain/attendance.ts';
import type { Authority } from '../../shared/domain/authority.ts';
import type { StoredBase } from '../../shared/domain/base.ts';
import type { BlankStock } from '../../shared/domain/blank-stock.ts';
import type { Certificate } from '../../shared/domain/certificate.ts';
import type { Charge } from '../../shared/domain/charge.ts';
import type { TrainingClass } from '../../shared/domain/class.ts';
import type { Course } from '../../shared/domain/course.ts';
import type { DutyRecord } from '../../shared/domain/duty-record.ts';
import type { Employer } from '../../shared/domain/employer.ts';
import type { Enrolment } from '../../shared/domain/enrolment.ts';
import type { Filing, Loan } from '../../shared/domain/filing.ts';
import type { FundEntry } from '../../shared/domain/fund-entry.ts';
import type { Handover } from '../../shared/domain/handover.ts';
import type { DocumentKind } from '../../shared/domain/identity-document.ts';
import type { ImprovementTask } from '../../shared/domain/improvement-task.ts';
import type { Learner } from '../../shared/domain/learner.ts';
import type { EmployerYear, LearnerYear, LedgerLine } from '../../shared/domain/ledger.ts';
import type { SessionClaims } from '../../shared/domain/mark-claim.ts';
import type { Means } from '../../shared/domain/means.ts';
import type { Notice } from '../../shared/domain/notice.ts';
import type { OutsideEntry } from '../../shared/domain/outside-entry.ts';
import type { Plan, PlanLine } from '../../shared/domain/plan.ts';
import type { PrintRun } from '../../shared/domain/print-run.ts';
import type { Receipt } from '../../shared/domain/receipt.ts';
import type { SealedText } from '../../shared/domain/sealed-text.ts';
import type { Session } from '../../shared/domain/session.ts';
import type { DesignVersion, PrinterProfile, StoredDesign } from '../../shared/domain/stored-design.ts';
import type { Submission } from '../../shared/domain/submission.ts';
import type { Survey, SurveyVersion } from '../../shared/domain/survey.ts';
import type { SurveyAnswers, SurveyRun } from '../../shared/domain/survey-run.ts';
import type { Trainer } from '../../shared/domain/trainer.ts';
import type { TrainerScore } from '../../shared/domain/trainer-score.ts';
import type { Transcript } from '../../shared/domain/transcript.ts';
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
  means: Means;
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
  means: 'id',
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
