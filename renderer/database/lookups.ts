import { refusal } from '../../shared/domain/refusal.ts';
import type { Rows, TableName } from './rows.ts';
import type { BaseDatabase } from './schema.ts';

/** The row with this key. @throws Refusal notFound, naming what was looked for */
export async function mustGet<Name extends TableName>(
  database: BaseDatabase,
  table: Name,
  key: string,
  what: string,
): Promise<Rows[Name]> {
  const row = await database.table<Rows[Name], string>(table).get(key);
  if (row === undefined) throw refusal('notFound', { what });
  return row;
}

/** The base. @throws Refusal baseNotSetUp */
export async function mustGetBase(database: BaseDatabase): Promise<Rows['base']> {
  const base = await database.rows.base.get('base');
  if (base === undefined) throw refusal('baseNotSetUp');
  return base;
}
