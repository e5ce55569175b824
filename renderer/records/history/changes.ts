import type { Change, Edit } from '../../../shared/exchange/journal/change.ts';
import { isTableName, type TableName } from '../../database/rows.ts';
import { empty, fieldLabel, valueText } from './field-labels.ts';

/** One line of what became of a record. */
export interface ChangeLine {
  field: string;
  before: string;
  after: string;
}

type Row = Record<string, unknown>;

/** Parts of a row that hold one thing a person, by the person's id. */
const byPerson = new Set(['marks', 'results', 'walkIns']);

/** A row that came or went as edits of its fields, and of each person within it. */
function editsOfRow(row: Row, side: 'before' | 'after'): Edit[] {
  return Object.entries(row).flatMap(([key, value]): Edit[] => {
    if (!byPerson.has(key)) return [{ path: [key], [side]: value }];
    return Object.entries(value as Row).map(([id, inner]) => ({ path: [key, id], [side]: inner }));
  });
}

/** Every place a change touched, whether the row was edited, came or went. */
export function editsOf(change: Change): Edit[] {
  if ('added' in change) return editsOfRow(change.added, 'after');
  if ('removed' in change) return editsOfRow(change.removed, 'before');
  return change.edits;
}

function textOf(side: 'before' | 'after', edit: Edit, table: TableName): string {
  return Object.hasOwn(edit, side) ? valueText(edit[side], table, edit.path) : '';
}

/** Of a sealed text only the last four digits are for reading; where they are the same, that it changed. */
function withoutSeal(edits: readonly Edit[]): Edit[] {
  const parentOf = ({ path }: Edit) => path.slice(0, -1).join('.');
  const withDigits = new Set(edits.filter(({ path }) => path.at(-1) === 'lastFour').map(parentOf));
  return edits.flatMap((edit): Edit[] => {
    const last = edit.path.at(-1);
    if (last === 'lastFour') return [{ ...edit, before: `****${edit.before}`, after: `****${edit.after}` }];
    if (last !== 'sealed') return [edit];
    return withDigits.has(parentOf(edit)) ? [] : [{ ...edit, before: '原号码', after: '新号码' }];
  });
}

/**
 * A change field by field, as a person reads it; what is for the app alone is left out.
 * @param nameOf whom an id within a path stands for
 */
export function changeLines(change: Change, nameOf: (id: string) => string | undefined): ChangeLine[] {
  const { table } = change;
  if (!isTableName(table)) return [];
  const isEdited = 'edits' in change;
  return withoutSeal(editsOf(change)).flatMap((edit) => {
    const label = fieldLabel(table, edit.path);
    const whose = edit.path.map(nameOf).find((name) => name !== undefined);
    const [before, after] = [textOf('before', edit, table), textOf('after', edit, table)];
    const isBlank = !isEdited && [before, after].every((text) => text === '' || text === empty);
    if ((label === null && whose === undefined) || isBlank) return [];
    return [{ field: [whose, label].filter((part) => part != null).join(' '), before, after }];
  });
}
