import { isTableName, tables } from './rows.ts';

/** What a table holds, as people say; of the database's bookkeeping only the journal has a name. */
export function tableLabel(name: string): string {
  if (isTableName(name)) return tables[name].definition.label;
  return name === 'journal' ? '操作记录' : name;
}
