import { z } from 'zod';
import { civilDate } from '../base/civil-date.ts';
import { hex32Bytes } from '../base/hex.ts';

export const hashOfFile = z.object({
  hash: hex32Bytes,
  bytes: z.number().int().min(1),
});
export type HashOfFile = z.infer<typeof hashOfFile>;

/** One thing bound into a volume, with the numbers printed on its pages. */
const boundItem = z.object({
  title: z.string(),
  firstPage: z.number().int().min(1),
  pages: z.number().int().min(1),
  /** The attached original; null for what the app wrote itself. */
  attachment: hashOfFile.extend({ name: z.string() }).nullable(),
  /** Of what the app wrote: a hash of its words and tables, to see later whether they changed. */
  contentHash: z.string().nullable(),
  /** Why a sheet stands in for an attachment that can't be bound; empty where it is bound itself. */
  standsInFor: z.string(),
});
export type BoundItem = z.infer<typeof boundItem>;

export const boundPart = z.object({ id: z.string(), title: z.string(), items: z.array(boundItem) });
export type BoundPart = z.infer<typeof boundPart>;

/** What the host has bound and keeps: the volume, the data beside it, and the manifest of both. */
export const boundVolume = z.object({
  volume: hashOfFile.extend({ pages: z.number().int().min(1) }),
  data: hashOfFile,
  manifest: hashOfFile,
  parts: z.array(boundPart).min(1),
});
export type BoundVolume = z.infer<typeof boundVolume>;

/** A part that was filed though something is missing, and why. */
export const statedGap = z.object({
  part: z.string(),
  title: z.string(),
  reason: z.string().trim().min(2, '请写明缺这一项的原因').max(200),
});
export type StatedGap = z.infer<typeof statedGap>;

export const filingKinds = { volume: '案卷', supplement: '补卷', received: '外来案卷' } as const;

/** A frozen volume of a class's archive on the shelf (第22条). */
export interface Filing extends BoundVolume {
  id: string;
  kind: keyof typeof filingKinds;
  /** 案卷号; a supplement has its volume's and its own place behind it. */
  number: string;
  /** Null where it was received from elsewhere. */
  classId: string | null;
  classNumber: string;
  classTitle: string;
  /** Whose it is. */
  baseName: string;
  /** The civil year it was filed in. */
  year: number;
  filedAt: string;
  filedBy: string;
  gaps: StatedGap[];
  /** Of a supplement: why. */
  reason: string;
  /** The last civil year it is kept through. */
  keptUntilYear: number;
  /** Where it stands: a box and a place in words; empty until somebody says. */
  box: string;
  shelfPlace: string;
}

/** A loan of a volume. */
export const loanDetails = z
  .object({
    filingId: z.uuid(),
    borrower: z.string().trim().min(2, '请填写借阅人').max(40),
    unit: z.string().trim().max(80),
    purpose: z.string().trim().min(2, '请填写借阅事由').max(200),
    borrowedOn: civilDate,
    dueOn: civilDate,
  })
  .refine(({ borrowedOn, dueOn }) => borrowedOn <= dueOn, {
    path: ['dueOn'],
    message: '归还日期不能早于借出日期',
  });
export type LoanDetails = z.infer<typeof loanDetails>;

export interface Loan extends LoanDetails {
  id: string;
  number: string;
  by: string;
  returned: { on: string; by: string; note: string } | null;
}

/** A volume with who has it, if somebody does. */
export interface ShelvedVolume {
  filing: Filing;
  loan: Loan | null;
}
