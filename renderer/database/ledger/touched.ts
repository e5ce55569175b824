import { definitionOf, type TouchedRow } from '../rows.ts';

/** What a transaction's changes may have done to the ledger. */
export interface Touched {
  /** Learners whose lines in a class may have changed; `all` where its timetable or rules did. */
  classes: Map<string, Set<string> | 'all'>;
  /** Outside entries, by id. */
  entries: Set<string>;
  /** Learners who work elsewhere now. */
  learners: Set<string>;
}

/** Gathers from the rows of a transaction what in the ledger they may touch. */
export function touchedBy(rows: readonly TouchedRow[]): Touched {
  const touched: Touched = { classes: new Map(), entries: new Set(), learners: new Set() };
  for (const { table, before, after } of rows) {
    const effect = definitionOf(table).ledger?.(before, after) ?? {};
    for (const { classId, learnerIds } of effect.classes ?? []) {
      const known = touched.classes.get(classId);
      if (known === 'all' || learnerIds.length === 0) continue;
      const both = learnerIds === 'all' ? 'all' : new Set([...(known ?? []), ...learnerIds]);
      touched.classes.set(classId, both);
    }
    for (const id of effect.outsideEntryIds ?? []) touched.entries.add(id);
    for (const id of effect.movedLearnerIds ?? []) touched.learners.add(id);
  }
  return touched;
}
