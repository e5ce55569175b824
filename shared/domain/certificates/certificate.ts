import { z } from 'zod';
import { civilDate } from '../base/civil-date.ts';
import type { SealedText } from '../people/sealed-text.ts';

/** Hours of one civil year by kind (第10条). */
const yearHours = z.object({
  year: z.number().int(),
  general: z.number().int().min(0),
  professional: z.number().int().min(0),
});
export type YearHours = z.infer<typeof yearHours>;

/** All that a certificate states, whatever it looks like. */
export const certificateStatement = z.object({
  /** Which of the base's keys signs its code. */
  proof: z.object({ generation: z.number().int().min(1) }),
  number: z.string(),
  baseName: z.string(),
  approvalNumber: z.string(),
  learnerName: z.string(),
  documentKind: z.string(),
  /** As printed: masked or whole by the setting at issue. */
  documentNumber: z.string(),
  employerName: z.string(),
  classNumber: z.string(),
  classTitle: z.string(),
  startDate: civilDate,
  endDate: civilDate,
  years: z.array(yearHours),
  generalHours: z.number().int().min(0),
  professionalHours: z.number().int().min(0),
  result: z.string(),
  issueDate: civilDate,
  /** The number of the certificate this one corrects. */
  replaces: z.string().nullable(),
  /** The hash of the learner's photo. */
  photo: z.string().nullable(),
  /** In traditional Mongolian, as it was when it was issued; empty where there is none. */
  mongolianName: z.string(),
  mongolianBaseName: z.string(),
});
export type CertificateStatement = z.infer<typeof certificateStatement>;

/** All that a certificate prints, frozen when it is issued: a reprint years later is the same. */
export const certificateSnapshot = certificateStatement.extend({
  /** The version of the design it is drawn by. */
  designVersionId: z.uuid(),
});
export type CertificateSnapshot = z.infer<typeof certificateSnapshot>;

/** The snapshot as it is kept: the document number it prints is sealed. */
export interface SealedSnapshot extends Omit<CertificateSnapshot, 'documentNumber'> {
  documentNumber: SealedText;
}

export const certificateStates = { valid: '有效', replaced: '已更正', void: '已作废' } as const;
export type CertificateState = keyof typeof certificateStates;

interface CertificatePrint {
  at: string;
  by: string;
  /** The preprinted blank it is on; null where blanks have no serials. */
  blank: string | null;
}

export interface Certificate {
  id: string;
  number: string;
  classId: string;
  learnerId: string;
  state: CertificateState;
  issuedAt: string;
  issuedBy: string;
  snapshot: SealedSnapshot;
  prints: CertificatePrint[];
  /** Who took it back and why; it keeps its number. */
  voided: { at: string; by: string; reason: string } | null;
  /** A correction made it untrue: it is to be replaced or voided, and not printed meanwhile. */
  toReplace: { at: string; by: string; reason: string } | null;
  /** The number of the one issued in its place. */
  replacedBy: string | null;
}
