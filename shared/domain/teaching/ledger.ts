import type { CivilDate } from '../base/civil-date.ts';
import type { SubjectKind } from './course.ts';
import type { Way } from './way.ts';

/** What one session brought: whole hours that were complete with it. 70 + 70 minutes bring 1, then 2. */
export interface SessionCredit {
  date: CivilDate;
  hours: number;
}

/** Where the hours of a line come from. */
type LedgerSource =
  | { kind: 'class'; classId: string; sessions: Record<string, SessionCredit> }
  | { kind: 'outside'; entryId: string; date: CivilDate };

/** Credited hours of one learner, civil year and kind from one source (第10条). */
export interface LedgerLine {
  id: string;
  learnerId: string;
  year: number;
  kind: SubjectKind;
  /** Whole hours, at least 1. */
  hours: number;
  source: LedgerSource;
  /** Of 第12条; general hours come from the course, not from a way. */
  way: Way | null;
}

export interface KindHours {
  general: number;
  professional: number;
}

/** One learner's civil year, the sum of its lines. */
export interface LearnerYear extends KindHours {
  id: string;
  learnerId: string;
  year: number;
  /** Where the learner works now; empty where nobody knows. */
  employerId: string;
  /** Hours by month `01`…`12`. */
  months: Record<string, KindHours>;
  /** The day on which each part of 第11条 was reached. */
  metOn: { general: CivilDate | null; professional: CivilDate | null; all: CivilDate | null };
}

/** How the learners of one employer stand in one civil year. */
export interface EmployerYear {
  id: string;
  year: number;
  employerId: string;
  /** How many learners have `general/professional` hours, each cut off where 第11条 is met. */
  standings: Record<string, number>;
  months: Record<string, KindHours>;
}

export function yearKey(year: number, of: string): string {
  return `${year}:${of}`;
}
