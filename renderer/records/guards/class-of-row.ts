import { same } from '../../../shared/domain/base/same.ts';
import { definitionOf, fieldOf, type TableName, type TouchedRow } from '../../database/rows.ts';

/** The class whose archive states a row (第22条); null where none does. */
export function classOfRow(table: TableName, row: object | undefined): string | null {
  const of = definitionOf(table).class;
  const id = of && fieldOf(row, of.field);
  return typeof id === 'string' ? id : null;
}

/** Whether an archive states any of these fields of a row: a certificate printed once more says nothing else. */
export function isStated(table: TableName, fields: readonly string[]): boolean {
  const { except = [] } = definitionOf(table).class ?? {};
  return !fields.every((field) => except.includes(field));
}

/** The classes whose archives state what was written of a row: two where it was moved. */
export function classesStating({ table, before, after }: TouchedRow): string[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const changed = fields.filter((field) => !same(fieldOf(before, field), fieldOf(after, field)));
  if (before && after && !isStated(table, changed)) return [];
  return [...new Set([before, after].flatMap((row) => classOfRow(table, row) ?? []))];
}
