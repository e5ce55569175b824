import { z } from 'zod';
import { civilDate } from '../../domain/base/civil-date.ts';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

/** One of the base's signing keys, and the days it signed on. */
export const signingKey = z.object({
  id: hex(8),
  publicKey: hex(32),
  from: civilDate,
  /** The last day it signed; null where it still does. */
  until: civilDate.nullable(),
});
export type SigningKey = z.infer<typeof signingKey>;

/** A certificate that is not in force any more. */
export const voidedNumber = z.object({
  number: z.string().min(1).max(60),
  state: z.enum(['void', 'replaced']),
  on: civilDate,
  /** May be empty: old records give none. */
  reason: z.string().max(300),
  /** The number of the one issued in its place; empty where none was. */
  replacedBy: z.string().max(60),
});
export type VoidedNumber = z.infer<typeof voidedNumber>;

export const voidListContent = z.object({
  format: z.literal('jidi-void-list'),
  version: z.literal(1),
  baseName: z.string(),
  baseCode: z.string(),
  /** The day it was made: what was voided later it does not know. */
  asOf: civilDate,
  /** After this day it is too old to say that a certificate is valid. */
  goodUntil: civilDate,
  keys: z.array(signingKey).min(1),
  voided: z.array(voidedNumber),
});
export type VoidListContent = z.infer<typeof voidListContent>;

/** The list as it is handed out: the content as text, since a signature is over bytes. */
export const voidList = z.object({
  content: z.string(),
  keyId: hex(8),
  signature: hex(64),
});
export type VoidList = z.infer<typeof voidList>;

/** What is signed of a list. */
export function signedListBytes(content: string): Uint8Array {
  return new TextEncoder().encode(`继续教育基地/作废名单/1\u001f${content}`);
}
