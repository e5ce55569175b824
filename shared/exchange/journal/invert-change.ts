import { same } from '../../domain/base/same.ts';
import { applyChange, type Change, type Edit } from './change.ts';

/** The row as it was before a change; refused where the places it changed hold something else by now. */
export type Inverted = { ok: true; row: object | undefined } | { ok: false };

function valueAt(row: unknown, path: readonly string[]): { found: boolean; value?: unknown } {
  let value = row;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return { found: false };
    value = (value as Record<string, unknown>)[key];
  }
  return { found: true, value };
}

function stillHolds(row: object, edit: Edit): boolean {
  const { found, value } = valueAt(row, edit.path);
  return Object.hasOwn(edit, 'after') ? found && same(value, edit.after) : !found;
}

function invertEdit({ path, ...sides }: Edit): Edit {
  return {
    path,
    ...(Object.hasOwn(sides, 'after') && { before: sides.after }),
    ...(Object.hasOwn(sides, 'before') && { after: sides.before }),
  };
}

/** Takes a change back from the row as it is now. */
export function invertChange(row: object | undefined, made: Change): Inverted {
  if ('added' in made) return row && same(row, made.added) ? { ok: true, row: undefined } : { ok: false };
  if ('removed' in made) return row === undefined ? { ok: true, row: made.removed } : { ok: false };
  if (row === undefined || !made.edits.every((edit) => stillHolds(row, edit))) return { ok: false };
  const edits = [...made.edits].reverse().map(invertEdit);
  return { ok: true, row: applyChange(row, { table: made.table, key: made.key, edits }) };
}
