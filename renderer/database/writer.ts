import { same } from '../../shared/domain/base/same.ts';
import { type Change, changeBetween } from '../../shared/exchange/journal/change.ts';
import { ProofSum } from './content-proof.ts';
import {
  type DerivedRows,
  type DerivedTable,
  primaryKeys,
  type SourceRows,
  type SourceTable,
} from './rows.ts';
import type { BaseDatabase } from './schema.ts';

/** A row as a command found it and left it; absent on a side where there is none. */
export interface TouchedRow {
  table: string;
  key: string;
  before: object | undefined;
  after: object | undefined;
}

/** What a command writes through: each write is applied and noted for the journal. */
export class Writer {
  readonly changes: Change[] = [];
  readonly touched: TouchedRow[] = [];
  readonly proof = new ProofSum();

  constructor(private readonly database: BaseDatabase) {}

  private keyOf<Name extends SourceTable>(table: Name, row: SourceRows[Name]): string {
    return String((row as unknown as Record<string, unknown>)[primaryKeys[table]]);
  }

  /** Adds rows or replaces those with the same key. */
  async put<Name extends SourceTable>(table: Name, ...rows: SourceRows[Name][]): Promise<void> {
    const store = this.database.table<SourceRows[Name], string>(table);
    const keys = rows.map((row) => this.keyOf(table, row));
    if (new Set(keys).size < keys.length) {
      // A row written twice is two changes, the second of what the first left.
      for (const row of rows) await this.put(table, row);
      return;
    }
    // Asked for in one breath: the store answers in order, so these are the rows as they were.
    const [before] = await Promise.all([store.bulkGet(keys), store.bulkPut(rows)]);
    for (const [index, row] of rows.entries()) {
      const made = changeBetween(table, keys[index] ?? '', before[index] as object | undefined, row);
      this.note(made, before[index] as object | undefined, row);
    }
  }

  /** Removes rows by key; keys that hold nothing are passed over. */
  async remove(table: SourceTable, ...asked: string[]): Promise<void> {
    const keys = [...new Set(asked)];
    const store = this.database.table<object, string>(table);
    const [before] = await Promise.all([store.bulkGet(keys), store.bulkDelete(keys)]);
    for (const [index, key] of keys.entries()) {
      const made = changeBetween(table, key, before[index], undefined);
      this.note(made, before[index], undefined);
    }
  }

  private note(made: Change | null, before: object | undefined, after: object | undefined): void {
    if (!made) return;
    this.changes.push(made);
    this.touched.push({ table: made.table, key: made.key, before, after });
    this.proof.replace(made.table, before, after);
  }

  /**
   * Replaces rows that follow from others; the journal has no part in it.
   * @param pairs each row as it was and as it is to be
   */
  async derive<Name extends DerivedTable>(
    table: Name,
    pairs: readonly { before: DerivedRows[Name] | undefined; after: DerivedRows[Name] | undefined }[],
  ): Promise<void> {
    const changed = pairs.filter(({ before, after }) => !same(before, after));
    if (changed.length === 0) return;
    const store = this.database.table<DerivedRows[Name], string>(table);
    for (const { before, after } of changed) this.proof.replace(table, before, after);
    const gone = changed.flatMap(({ before, after }) => (before && !after ? [before.id] : []));
    await Promise.all([
      store.bulkPut(changed.flatMap(({ after }) => (after ? [after] : []))),
      store.bulkDelete(gone),
    ]);
  }

  /** Counts a series up by `count` and returns the first of the new numbers, from 1. */
  async take(series: string, count: number): Promise<number> {
    const last = (await this.database.rows.counters.get(series))?.value ?? 0;
    await this.put('counters', { id: series, value: last + count });
    return last + 1;
  }
}
