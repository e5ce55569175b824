import { z } from 'zod';
import { hex32Bytes } from '../../domain/base/hex.ts';
import type { SignedKind } from './signed-file.ts';

/** What an authority gives to its bases: by which key it signs acknowledgements, and for which packages are sealed. */
export const authorityCard = z.object({
  format: z.literal('jidi-authority'),
  version: z.literal(1),
  name: z.string().min(2).max(80),
  /** Ed25519. */
  publicKey: hex32Bytes,
  /** X25519. */
  sealingKey: hex32Bytes,
});
export type AuthorityCard = z.infer<typeof authorityCard>;

export const authorityCardKind: SignedKind<AuthorityCard> = {
  content: authorityCard,
  prefix: 'jidi-authority-1\n',
};

/** A key as two people compare it by telephone: four groups of four of its digits. */
export function keyFingerprint(publicKey: string): string {
  return (publicKey.slice(0, 16).match(/.{4}/g) ?? []).join(' ').toUpperCase();
}
