import type { Change } from '../../../shared/exchange/journal/change.ts';
import type { BaseDatabase } from '../schema.ts';

/** What a transaction's changes may have done to the ledger. */
export interface Touched {
  /** Learners whose lines in a class may have changed; `all` where its timetable or rules did. */
  classes: Map<string, Set<string> | 'all'>;
  /** Outside entries, by id. */
  entries: Set<string>;
  /** Learners who work elsewhere now. */
  learners: Set<string>;
}

type Row = Record<string, unknown>;

const countedFields = ['date', 'startTime', 'counting', 'minutes', 'subjectKind', 'makesUpFor'];
const countedOfClass = ['countingRules', 'mode'];

function editedFields(change: Change): string[] {
  return 'edits' in change ? change.edits.map(({ path }) => path[0] ?? '') : [];
}

function rowIn(change: Change): Row | null {
  if ('added' in change) return change.added;
  return 'removed' in change ? change.removed : null;
}

function markedLearners(change: Change): string[] {
  const row = rowIn(change);
  if (row) return Object.keys((row.marks ?? {}) as object);
  if (!('edits' in change)) return [];
  return change.edits.flatMap(({ path }) => (path[0] === 'marks' && path[1] !== undefined ? [path[1]] : []));
}

function touchesTimetable(change: Change): boolean {
  if ('edits' in change) return editedFields(change).some((field) => countedFields.includes(field));
  // A session that nobody has a mark for yet, or had, brings nobody anything by itself.
  return (rowIn(change)?.makesUpFor ?? null) !== null;
}

/** Reads from the changes of a transaction what in the ledger they may touch. */
export async function touchedBy(database: BaseDatabase, changes: readonly Change[]): Promise<Touched> {
  const touched: Touched = { classes: new Map(), entries: new Set(), learners: new Set() };
  const touch = (classId: string, learnerIds: readonly string[] | 'all') => {
    const known = touched.classes.get(classId);
    if (known === 'all' || learnerIds.length === 0) return;
    touched.classes.set(classId, learnerIds === 'all' ? 'all' : new Set([...(known ?? []), ...learnerIds]));
  };
  // Attendance has its session's key: the session is the smaller row to read.
  const classOf = async (change: Change) =>
    String(rowIn(change)?.classId ?? (await database.rows.sessions.get(change.key))?.classId ?? '');
  for (const change of changes) {
    switch (change.table) {
      case 'attendance':
        touch(await classOf(change), markedLearners(change));
        break;
      case 'sessions':
        if (touchesTimetable(change)) touch(await classOf(change), 'all');
        break;
      case 'classes':
        if (editedFields(change).some((field) => countedOfClass.includes(field))) touch(change.key, 'all');
        break;
      case 'outsideEntries':
        touched.entries.add(change.key);
        break;
      case 'learners':
        // Whoever is new has no lines yet, and whoever goes has left theirs to somebody: those are seen by themselves.
        if (editedFields(change).includes('employerId')) touched.learners.add(change.key);
        break;
    }
  }
  return touched;
}
