import { z } from 'zod';
import { isPlainObject, type PlainObject, same } from '../../domain/base/same.ts';

/** One changed place in a row; an absent side means the place was or is not there. */
const edit = z.object({
  path: z.array(z.string()),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
});
export type Edit = z.infer<typeof edit>;

const row = z.record(z.string(), z.unknown());

/** What became of one row: small where a big row changes little, and reversible. */
export const change = z.union([
  z.object({ table: z.string(), key: z.string(), added: row }),
  z.object({ table: z.string(), key: z.string(), removed: row }),
  z.object({ table: z.string(), key: z.string(), edits: z.array(edit) }),
]);
export type Change = z.infer<typeof change>;

function editsBetween(before: PlainObject, after: PlainObject, path: string[]): Edit[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key): Edit[] => {
    const at = [...path, key];
    const [had, has] = [Object.hasOwn(before, key), Object.hasOwn(after, key)];
    const [was, is] = [before[key], after[key]];
    if (had && has) {
      if (same(was, is)) return [];
      if (isPlainObject(was) && isPlainObject(is)) return editsBetween(was, is, at);
      return [{ path: at, before: was, after: is }];
    }
    return had ? [{ path: at, before: was }] : [{ path: at, after: is }];
  });
}

/** What happened between two states of a row; null where nothing did. Rows are plain JSON objects. */
export function changeBetween(
  table: string,
  key: string,
  before: object | undefined,
  after: object | undefined,
): Change | null {
  if (before === undefined) return after === undefined ? null : { table, key, added: after as PlainObject };
  if (after === undefined) return { table, key, removed: before as PlainObject };
  const edits = editsBetween(before as PlainObject, after as PlainObject, []);
  return edits.length === 0 ? null : { table, key, edits };
}

function withEdit(row: PlainObject, { path, ...sides }: Edit): PlainObject {
  const [key, ...rest] = path;
  if (key === undefined) return row;
  const copy = { ...row };
  if (rest.length > 0) {
    const inner = copy[key];
    copy[key] = withEdit(isPlainObject(inner) ? inner : {}, { path: rest, ...sides });
  } else if (Object.hasOwn(sides, 'after')) copy[key] = sides.after;
  else delete copy[key];
  return copy;
}

/** The row after a change: what recovery replays. The row given is left as it is. */
export function applyChange(row: object | undefined, made: Change): object | undefined {
  if ('added' in made) return made.added;
  if ('removed' in made) return undefined;
  return made.edits.reduce(withEdit, (row ?? {}) as PlainObject);
}
