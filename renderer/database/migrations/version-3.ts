import { version2 } from './version-2.ts';

/**
 * The ledger of credited hours with its sums, outside entries, transcripts, what is on record of the
 * base's duties, and its yearly plans; classes and certificates
 * are counted by state and time without reading them. The ledger is derived from the other tables: it is built anew where `derivations`
 * does not say that it is up to date.
 */
export const version3 = {
  ...version2,
  classes: 'id, &number, startDate, endDate, courseId, closed.at, planLineId',
  sessions: 'id, classId, date, [trainerName+date]',
  certificates: 'id, &number, classId, learnerId, [state+issuedAt], toReplace.at',
  outsideEntries: 'id, learnerId, certificateKey, unprovenDate',
  transcripts: 'id, &number, learnerId',
  dutyRecords: 'id, year',
  plans: 'id',
  planLines: 'id, year',
  ledger: 'id, learnerId',
  learnerYears: 'id',
  employerYears: 'id',
  derivations: 'id',
} as const;
