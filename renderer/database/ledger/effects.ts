import { same } from '../../../shared/domain/base/same.ts';
import type { SessionAttendance } from '../../../shared/domain/teaching/attendance.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import type { OutsideEntry } from '../../../shared/domain/teaching/outside-entry.ts';
import type { Session } from '../../../shared/domain/teaching/session.ts';
import type { LearnerRow } from '../tables/learner-row.ts';
import type { LedgerEffect } from '../tables/table.ts';

const nothing: LedgerEffect = {};

function differs<Row extends object>(before: Row, after: Row, fields: readonly (keyof Row)[]): boolean {
  return fields.some((field) => !same(before[field], after[field]));
}

/** The lines of the learners whose marks became others. */
export function touchesMarks(
  before: SessionAttendance | undefined,
  after: SessionAttendance | undefined,
): LedgerEffect {
  const [was, is] = [before?.marks ?? {}, after?.marks ?? {}];
  const learnerIds = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (id) => !same(was[id], is[id]),
  );
  const classId = (after ?? before)?.classId;
  return classId === undefined ? nothing : { classes: [{ classId, learnerIds }] };
}

/** The lines of everybody in the class whose timetable became another. */
export function touchesTimetable(before: Session | undefined, after: Session | undefined): LedgerEffect {
  const row = after ?? before;
  if (!row) return nothing;
  const isTouched =
    before && after
      ? differs(before, after, ['date', 'startTime', 'counting', 'minutes', 'subjectKind', 'makesUpFor'])
      : // A session that nobody has a mark for yet, or had, brings nobody anything by itself.
        row.makesUpFor !== null;
  return isTouched ? { classes: [{ classId: row.classId, learnerIds: 'all' }] } : nothing;
}

/** The lines of everybody in the class whose rules became others. */
export function touchesRules(
  before: TrainingClass | undefined,
  after: TrainingClass | undefined,
): LedgerEffect {
  if (!before || !after || !differs(before, after, ['countingRules', 'mode'])) return nothing;
  return { classes: [{ classId: after.id, learnerIds: 'all' }] };
}

/** The line of an entry of hours earned elsewhere. */
export function touchesEntry(
  before: OutsideEntry | undefined,
  after: OutsideEntry | undefined,
): LedgerEffect {
  const row = after ?? before;
  return row ? { outsideEntryIds: [row.id] } : nothing;
}

/** The sums of whoever works elsewhere now; who is new has no lines yet, and who goes has left theirs to somebody. */
export function touchesEmployer(before: LearnerRow | undefined, after: LearnerRow | undefined): LedgerEffect {
  if (!before || !after || before.employerId === after.employerId) return nothing;
  return { movedLearnerIds: [after.id] };
}
