import { z } from 'zod';
import { actor } from '../../domain/base/actor.ts';
import { change } from './change.ts';

/**
 * One acknowledged command: who did what when, and what became of which rows. Plain JSON, numbered
 * without gaps from 1, so that it can be appended to a file and replayed into an empty database.
 */
export const journalEntry = z.object({
  sequence: z.number().int().min(1),
  id: z.uuid(),
  at: z.iso.datetime(),
  actor,
  /** The command's name, as `issueCertificates`. */
  command: z.string(),
  /** What happened, in the past tense, as `certificatesIssued`. */
  event: z.string(),
  changes: z.array(change),
  /**
   * In the entry of a restored backup: the last entries of the journals it took the place of, by which a
   * database that still holds one of them knows that it was replaced.
   */
  replaces: z.array(z.object({ sequence: z.number().int(), id: z.uuid() })).optional(),
});
export type JournalEntry = z.infer<typeof journalEntry>;
