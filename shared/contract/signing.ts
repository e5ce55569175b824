import { z } from 'zod';
import { voidedNumber, voidListContent } from '../exchange/proof/void-list.ts';

const producedFile = z.object({ fileId: z.uuid(), name: z.string(), url: z.string() });
const generation = z.number().int().min(1).max(1000);

/** One of the base's keys as its own records know it: which, and the days it signed on. */
const keyPeriod = z.object({
  generation,
  from: voidListContent.shape.asOf,
  until: voidListContent.shape.asOf.nullable(),
});

/** Proof that anyone can check: the base's keys stay in the host, what they sign goes out. */
export const signingContract = {
  /** The page that checks certificates without network and app, and the list of void numbers by itself. */
  writeVerifier: {
    input: z.object({
      baseName: z.string(),
      baseCode: z.string(),
      asOf: voidListContent.shape.asOf,
      goodUntil: voidListContent.shape.goodUntil,
      keys: z.array(keyPeriod).min(1),
      voided: z.array(voidedNumber),
    }),
    output: z.object({ page: producedFile, list: producedFile }),
  },
} as const;
