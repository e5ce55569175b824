import { z } from 'zod';
import { civilDate } from '../base/civil-date.ts';
import type { SealedText } from '../people/sealed-text.ts';

/** One source of hours as a transcript prints it. */
const transcriptLine = z.object({
  /** When it was, as printed. */
  period: z.string(),
  title: z.string(),
  /** `公需科目`, or the way of 第12条 of professional hours. */
  kind: z.string(),
  /** Class number, or issuer and certificate number. */
  evidence: z.string(),
  general: z.number().int().min(0),
  professional: z.number().int().min(0),
});
export type TranscriptLine = z.infer<typeof transcriptLine>;

/** All that a transcript (学时证明) states of one learner's civil year, frozen when it is issued. */
const transcriptSnapshot = z.object({
  number: z.string(),
  baseName: z.string(),
  approvalNumber: z.string(),
  learnerName: z.string(),
  documentKind: z.string(),
  /** As printed: masked or whole by the setting at issue. */
  documentNumber: z.string(),
  employerName: z.string(),
  year: z.number().int(),
  lines: z.array(transcriptLine),
  general: z.number().int().min(0),
  professional: z.number().int().min(0),
  /** How the year stands to 第11条, in words. */
  standing: z.string(),
  issueDate: civilDate,
});
export type TranscriptSnapshot = z.infer<typeof transcriptSnapshot>;

/** The snapshot as it is kept: the document number it prints is sealed. */
interface SealedTranscript extends Omit<TranscriptSnapshot, 'documentNumber'> {
  documentNumber: SealedText;
}

export interface Transcript {
  id: string;
  number: string;
  learnerId: string;
  year: number;
  issuedAt: string;
  issuedBy: string;
  snapshot: SealedTranscript;
  /** Who took it back and why; it keeps its number. */
  voided: { at: string; by: string; reason: string } | null;
}
