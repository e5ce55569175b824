import type { BaseRecords } from '../../shared/regulation/statistics.ts';

/** A base that has done nothing yet: tests put in the records they are about. */
export const noRecords: BaseRecords = {
  classes: [],
  sessions: [],
  attendance: [],
  ledger: [],
  learners: [],
  employers: [],
  outsideEntries: [],
  certificates: [],
  charges: [],
  receipts: [],
  fundEntries: [],
  trainers: [],
  surveyRuns: [],
};
