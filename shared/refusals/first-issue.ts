import type { z } from 'zod';

/** The first thing zod found wrong, as where and why. */
export function firstIssue(error: z.ZodError): { where: string; why: string } {
  const issue = error.issues[0];
  return { where: issue?.path.join('.') ?? '', why: issue?.message ?? '' };
}
