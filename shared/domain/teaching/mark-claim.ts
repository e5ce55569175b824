import { z } from 'zod';
import { attendanceMark } from './attendance.ts';

/** What one machine last said of a learner at a session, by the entry of its journal; null took a mark back. */
const markClaim = z.object({
  machine: z.uuid(),
  entryId: z.uuid(),
  sequence: z.number().int().min(1),
  mark: attendanceMark.nullable(),
});
export type MarkClaim = z.infer<typeof markClaim>;

/** What other machines said of a session, beside what is on record of it. */
export interface SessionClaims {
  sessionId: string;
  classId: string;
  /** By learner, then by machine. */
  claims: Record<string, Record<string, MarkClaim>>;
  /** By learner, the mark that a claim brought: told apart by it from what was marked here. */
  written: Record<string, z.infer<typeof attendanceMark>>;
  /** By learner, the claims that somebody decided over, knowing them. */
  decided: Record<string, string[]>;
  /** Walk-ins that came from other machines, removed here since or not. */
  walkInIds: string[];
}
