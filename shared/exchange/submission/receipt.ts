import { z } from 'zod';
import { baseCode } from '../../domain/base.ts';
import { civilDate } from '../../domain/civil-date.ts';
import { period } from '../../domain/statistics.ts';
import type { SignedKind } from './signed-file.ts';

const hex32 = z.string().regex(/^[0-9a-f]{64}$/);

/** What an authority says it has taken. */
export const receiptContent = z.object({
  format: z.literal('jidi-receipt'),
  version: z.literal(1),
  number: z.string().min(1).max(60),
  authority: z.string().min(1).max(80),
  baseCode,
  period,
  sequence: z.number().int().min(1),
  /** Of the package's manifest. */
  manifestHash: hex32,
  takenOn: civilDate,
  /** The authority's Ed25519 key. */
  publicKey: hex32,
});
export type ReceiptContent = z.infer<typeof receiptContent>;

export const receiptKind: SignedKind<ReceiptContent> = {
  content: receiptContent,
  prefix: 'jidi-receipt-1\n',
};
