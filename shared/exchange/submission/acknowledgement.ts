import { z } from 'zod';
import { baseCode } from '../../domain/base/base.ts';
import { civilDate } from '../../domain/base/civil-date.ts';
import { hex32Bytes } from '../../domain/base/hex.ts';
import { period } from '../../domain/base/statistics.ts';
import type { SignedKind } from './signed-file.ts';

/** What an authority says it has taken. */
export const acknowledgementContent = z.object({
  format: z.literal('jidi-acknowledgement'),
  version: z.literal(1),
  number: z.string().min(1).max(60),
  authority: z.string().min(1).max(80),
  baseCode,
  period,
  sequence: z.number().int().min(1),
  /** Of the package's manifest. */
  manifestHash: hex32Bytes,
  takenOn: civilDate,
  /** The authority's Ed25519 key. */
  publicKey: hex32Bytes,
});
export type AcknowledgementContent = z.infer<typeof acknowledgementContent>;

export const acknowledgementKind: SignedKind<AcknowledgementContent> = {
  content: acknowledgementContent,
  prefix: 'jidi-acknowledgement-1\n',
};
