import { z } from 'zod';

/**
 * A text that only the base's key opens, as it lies in database, journal and backups. Its last four
 * characters stay readable, to find and tell people by.
 */
export const sealedText = z.object({ sealed: z.string(), lastFour: z.string() });
export type SealedText = z.infer<typeof sealedText>;

/** How a sealed text is shown where nobody needs it whole. */
export function maskSealed({ lastFour }: SealedText): string {
  return `****${lastFour}`;
}
