import { z } from 'zod';
import { civilDate } from '../../domain/civil-date.ts';
import { period } from '../../domain/statistics.ts';

const hex32 = z.string().regex(/^[0-9a-f]{64}$/);

/** What an authority says it has taken; signed as it is written by `packageJson`. */
export const receiptContent = z.object({
  format: z.literal('jidi-receipt'),
  version: z.literal(1),
  number: z.string(),
  authority: z.string(),
  baseCode: z.string(),
  period,
  sequence: z.number().int().min(1),
  /** Of the package's manifest. */
  manifestHash: hex32,
  takenOn: civilDate,
  /** The authority's Ed25519 key. */
  publicKey: hex32,
});
export type ReceiptContent = z.infer<typeof receiptContent>;

/** The file: the content, and Base64 of what was signed over it. */
export const receiptFile = z.object({ receipt: receiptContent, signature: z.string().max(200) });
export type ReceiptFile = z.infer<typeof receiptFile>;

export const receiptSignaturePrefix = 'jidi-receipt-1\n';
