import type { CivilDate } from '../../shared/domain/base/civil-date.ts';
import * as listed from './tables/index.ts';
import type { LedgerEffect, Names, Table } from './tables/table.ts';

/** Every table, by its name. */
export const tables = { ...listed };

export type TableName = keyof typeof tables;

/** The rows of each table, as it is defined. */
export type Rows = {
  [Name in TableName]: (typeof tables)[Name] extends Table<infer Row, string, readonly string[], boolean>
    ? Row
    : never;
};

/** Tables that follow from the others. */
export type DerivedTable = {
  [Name in TableName]: (typeof tables)[Name]['isDerived'] extends true ? Name : never;
}[TableName];

/** Tables that commands write and the journal carries; all keys are texts. */
export type SourceTable = Exclude<TableName, DerivedTable>;

export const tableNames = Object.keys(tables) as TableName[];
export const derivedTables = tableNames.filter((name): name is DerivedTable => tables[name].isDerived);

export function isTableName(name: string): name is TableName {
  return Object.hasOwn(tables, name);
}

/** Whether commands write a table of this name. */
export function isSourceTable(name: string): name is SourceTable {
  return isTableName(name) && !tables[name].isDerived;
}

/** A row as a command found it and left it; absent on a side where there is none. */
export interface TouchedRow {
  table: TableName;
  key: string;
  before: object | undefined;
  after: object | undefined;
}

/** A definition that is asked of rows whose type is not known here. */
export interface AnyDefinition {
  key: string;
  indexes: readonly string[];
  label: string;
  nameOf: ((row: object, names: Names) => string | Promise<string>) | null;
  class: { field: string; except?: readonly string[] } | null;
  countedOn:
    | { day(row: object): CivilDate | null; fields: readonly string[] }
    | { daysOfSession(row: object): string; fields: readonly string[] }
    | null;
  ledger: ((before: object | undefined, after: object | undefined) => LedgerEffect) | null;
  words: Readonly<Record<string, string | null>>;
  innerWords?: Readonly<Record<string, string>>;
}

/** What is known of a table whose rows come without their type: from the journal, or from a writer. */
export function definitionOf(name: TableName): AnyDefinition {
  // A row under a table's name is a row of that table: commands are typed by it, and the journal holds what they wrote.
  return tables[name].definition as unknown as AnyDefinition;
}

/** A field of a row whose type is not known here; undefined where it has none. */
export function fieldOf(row: object | undefined, field: string): unknown {
  return row === undefined ? undefined : Reflect.get(row, field);
}
