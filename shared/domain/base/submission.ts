import { z } from 'zod';
import { civilDate } from './civil-date.ts';
import { hex32Bytes } from './hex.ts';
import { oneOf } from './one-of.ts';
import { period, statistics } from './statistics.ts';

/** Who of the learners a package names (第28条 asks for sums; more only where the authority does). */
export const ledgerKinds = {
  none: '只报汇总',
  pseudonymous: '学员明细，不记名',
  named: '学员明细，记名',
} as const;
export const ledgerKind = oneOf(ledgerKinds);
export type LedgerKind = keyof typeof ledgerKinds;

/** A package that was made for the authority (第28条): what it said, and what became of it. */
export const submissionDetails = z.object({
  period,
  recipient: z.string().trim().min(2, '请填写收件单位').max(80),
  ledger: ledgerKind,
  /** Whom it is sealed for, by the key of the authority's card; null where anybody may read it. */
  sealedFor: hex32Bytes.nullable(),
  statistics,
  /** Of the manifest: what an acknowledgement is for. */
  manifestHash: hex32Bytes,
  fileName: z.string().max(200),
  /** Of the package in the base's keeping. */
  fileHash: hex32Bytes,
});
type SubmissionDetails = z.infer<typeof submissionDetails>;

export const sentDetails = z.object({
  on: civilDate,
  /** By which way, as 政务邮箱 or U盘. */
  how: z.string().trim().min(1, '请写明怎样报送的').max(60),
});

export const acknowledgementDetails = z.object({
  on: civilDate,
  number: z.string().trim().min(1, '请填写回执编号').max(60),
  by: z.string().trim().min(1, '请填写经办人或单位').max(60),
});

export const correctionReason = z.string().trim().min(2, '请写明更正的原因').max(300);

export interface Submission extends SubmissionDetails {
  id: string;
  sequence: number;
  /** Why it corrects an earlier one; empty for the first. */
  reason: string;
  /** The sequence it takes the place of; null for the first of its period. */
  replaces: number | null;
  at: string;
  by: string;
  sent: (z.infer<typeof sentDetails> & { by: string }) | null;
  acknowledgement: (z.infer<typeof acknowledgementDetails> & { notedBy: string; file: string }) | null;
  /** While one is open, what lies in the period may be changed. */
  correction: { reason: string; at: string; by: string } | null;
}

/** The submissions of a period, the first first. */
export function submissionsOf<Row extends Pick<Submission, 'period' | 'sequence'>>(
  submissions: readonly Row[],
  { from, to }: Submission['period'],
): Row[] {
  return submissions
    .filter(({ period: own }) => own.from === from && own.to === to)
    .sort((one, other) => one.sequence - other.sequence);
}
