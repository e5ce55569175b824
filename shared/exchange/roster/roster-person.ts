import type { IdentityDocument } from '../../domain/people/identity-document.ts';
import type { Sex, TitleLevel } from '../../domain/people/learner.ts';
import type { RosterField } from './columns.ts';

/** A person as a roster states one; an empty text states nothing. */
export interface RosterPerson {
  name: string;
  sex: Sex;
  ethnicity: string;
  document: IdentityDocument;
  employer: string;
  department: string;
  titleSeries: string;
  title: string;
  titleLevel: TitleLevel | null;
  education: string;
  phone: string;
}

export interface CellProblem {
  field: RosterField;
  /** The heading as the sheet writes it. */
  column: string;
  reason: string;
}
