import { z } from 'zod';
import { attendanceMark, type SessionAttendance } from '../../domain/teaching/attendance.ts';
import { applyChange, type Change } from '../journal/change.ts';
import type { JournalEntry } from '../journal/entry.ts';

/** What one entry of a machine's journal left on record of learners at sessions; null where it took a mark back. */
export const markEntry = z.object({
  id: z.uuid(),
  sequence: z.number().int().min(1),
  marks: z.array(z.object({ sessionId: z.uuid(), learnerId: z.uuid(), mark: attendanceMark.nullable() })),
});
export type MarkEntry = z.infer<typeof markEntry>;

function learnersMarked(made: Change, before: SessionAttendance | undefined): string[] {
  if ('added' in made) return Object.keys((made.added as unknown as SessionAttendance).marks);
  if ('removed' in made) return Object.keys(before?.marks ?? {});
  return made.edits.flatMap(({ path: [field, learnerId] }) =>
    field === 'marks' && learnerId !== undefined ? [learnerId] : [],
  );
}

/**
 * The entries of a journal that marked anybody of a class, each with what it left.
 * @param start the attendance as it was before the first of them, by session
 */
export function markEntriesOf(
  entries: readonly JournalEntry[],
  classId: string,
  start: readonly SessionAttendance[],
): MarkEntry[] {
  const rows = new Map(start.map((row) => [row.sessionId, row]));
  return entries.flatMap(({ id, sequence, changes }): MarkEntry[] => {
    const marks = changes.flatMap((made): MarkEntry['marks'] => {
      if (made.table !== 'attendance') return [];
      const before = rows.get(made.key);
      const after = applyChange(before, made) as SessionAttendance | undefined;
      if (after) rows.set(made.key, after);
      else rows.delete(made.key);
      if ((after ?? before)?.classId !== classId) return [];
      return [...new Set(learnersMarked(made, before))].map((learnerId) => ({
        sessionId: made.key,
        learnerId,
        mark: after?.marks[learnerId] ?? null,
      }));
    });
    return marks.length === 0 ? [] : [{ id, sequence, marks }];
  });
}
