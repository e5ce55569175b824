import type { IndexableType } from 'dexie';
import type { ContentProof, Derivation, JournalRow } from './bookkeeping.ts';
import type { Rows, TableName, tables } from './rows.ts';
import type { Table } from './tables/table.ts';

/** Some rows of a table, for reading; what Dexie's collections can, but for writing. */
interface ReadCollection<Row, Key> {
  toArray(): Promise<Row[]>;
  first(): Promise<Row | undefined>;
  last(): Promise<Row | undefined>;
  count(): Promise<number>;
  each(onRow: (row: Row) => void): Promise<void>;
  primaryKeys(): Promise<Key[]>;
  uniqueKeys(): Promise<IndexableType[]>;
  sortBy(field: string): Promise<Row[]>;
  filter(isWanted: (row: Row) => boolean): ReadCollection<Row, Key>;
  and(isWanted: (row: Row) => boolean): ReadCollection<Row, Key>;
  limit(count: number): ReadCollection<Row, Key>;
  offset(count: number): ReadCollection<Row, Key>;
  reverse(): ReadCollection<Row, Key>;
  distinct(): ReadCollection<Row, Key>;
}

/** What is asked of an index. */
interface ReadWhere<Row, Key> {
  equals(value: IndexableType): ReadCollection<Row, Key>;
  anyOf(values: readonly IndexableType[]): ReadCollection<Row, Key>;
  above(value: IndexableType): ReadCollection<Row, Key>;
  aboveOrEqual(value: IndexableType): ReadCollection<Row, Key>;
  below(value: IndexableType): ReadCollection<Row, Key>;
  belowOrEqual(value: IndexableType): ReadCollection<Row, Key>;
  between(
    from: IndexableType,
    to: IndexableType,
    withFrom?: boolean,
    withTo?: boolean,
  ): ReadCollection<Row, Key>;
  startsWith(text: string): ReadCollection<Row, Key>;
  startsWithIgnoreCase(text: string): ReadCollection<Row, Key>;
  startsWithAnyOf(texts: readonly string[]): ReadCollection<Row, Key>;
}

/** A table as everybody but `execute` sees it: it can't be written, and only what is indexed can be asked. */
export interface ReadTable<Row, Key extends IndexableType, Index extends string> {
  get(key: Key): Promise<Row | undefined>;
  bulkGet(keys: readonly Key[]): Promise<(Row | undefined)[]>;
  where(index: Index): ReadWhere<Row, Key>;
  /** @param index `:id` for the key alone, which reads no row */
  orderBy(index: Index | ':id'): ReadCollection<Row, Key>;
  filter(isWanted: (row: Row) => boolean): ReadCollection<Row, Key>;
  toCollection(): ReadCollection<Row, Key>;
  toArray(): Promise<Row[]>;
  count(): Promise<number>;
}

/** The name by which an index is asked: without the signs for unique and for lists. */
type IndexName<Written extends string> = Written extends `&${infer Rest}`
  ? IndexName<Rest>
  : Written extends `*${infer Rest}`
    ? Rest
    : Written;

type IndexOf<Name extends TableName> =
  (typeof tables)[Name] extends Table<infer _Row, infer Key, infer Indexes, boolean>
    ? Key | IndexName<Indexes[number]>
    : never;

/** Every table of a base, for reading. */
export type ReadRows = {
  readonly [Name in TableName]: ReadTable<Rows[Name], string, IndexOf<Name>>;
};

/** The same with what the database keeps beside them. */
export type ReadTables = ReadRows & {
  readonly journal: ReadTable<JournalRow, number, 'sequence' | 'records'>;
  readonly proofs: ReadTable<ContentProof, string, 'id'>;
  readonly derivations: ReadTable<Derivation, string, 'id'>;
};
