import { version3 } from './version-3.ts';

/**
 * What learners owe and paid, other money of a class, and the published fee notices. What is still owed
 * is found without reading what is settled, an authority's own classes without the others.
 */
export const version4 = {
  ...version3,
  classes: `${version3.classes}, organiserKind`,
  charges: 'id, classId, learnerId, employerId, owedFen',
  receipts: 'id, &number, date, *chargeIds, refundOf, employerId',
  fundEntries: 'id, classId',
  notices: 'id, &version',
} as const;
