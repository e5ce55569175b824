import { momentText } from '../../../shared/domain/base/civil-date.ts';
import { formatDifference } from '../../../shared/domain/money/money.ts';
import { maskSealed, sealedText } from '../../../shared/domain/people/sealed-text.ts';

import { definitionOf, type TableName } from '../../database/rows.ts';
import { wordFor } from './field-words.ts';

/**
 * What the last part of a path is called that has a name in this table; null where nothing of it is for people.
 * @param path where something stands in a row of the table, the field first
 */
export function fieldLabel(table: TableName, path: readonly string[]): string | null {
  const { words, innerWords = {} } = definitionOf(table);
  for (const part of path.toReversed()) {
    const word = innerWords[part] ?? words[part];
    if (word !== undefined && word !== null) return word;
  }
  return null;
}

export const empty = '（空）';

/** Whether what stands at a place is money: whole 分. */
function isMoney(path: readonly string[]): boolean {
  return path.includes('paid') || /fen$/i.test(path.at(-1) ?? '');
}

/** A value as a person reads it; sealed texts stay masked. @param path where it stands in a row of the table */
export function valueText(value: unknown, table: TableName, path: readonly string[]): string {
  if (value === undefined || value === null || value === '') return empty;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return isMoney(path) ? formatDifference(value) : String(value);
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return momentText(value);
    return wordFor(value, path) ?? value;
  }
  const sealed = sealedText.safeParse(value);
  if (sealed.success) return maskSealed(sealed.data);
  if (Array.isArray(value))
    return value.length === 0 ? empty : value.map((one) => valueText(one, table, path)).join('、');
  return Object.entries(value)
    .flatMap(([key, inner]) => {
      const label = fieldLabel(table, [key]);
      const text = valueText(inner, table, [...path, key]);
      return label === null || text === empty ? [] : [`${label} ${text}`];
    })
    .join('，');
}
