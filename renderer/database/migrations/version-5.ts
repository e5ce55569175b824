import { version4 } from './version-4.ts';

/**
 * Trainers with what they were appointed to, valued and paid; the base's facilities; attached files, filed
 * volumes and their loans. A trainer's fees are found by the trainer, the classes that
 * are filed without reading them.
 */
export const version5 = {
  ...version4,
  classes: `${version4.classes}, filed.at`,
  fundEntries: `${version4.fundEntries}, trainerId`,
  trainers: 'id, &learnerId',
  appointments: 'id, &number, trainerId',
  trainerScores: 'id, trainerId, classId',
  facilities: 'id, kind',
  attachments: 'id, classId, shelf, hash',
  filings: 'id, &number, classId, year',
  loans: 'id, filingId',
} as const;
