import { same } from '../../shared/domain/base/same.ts';
import { type Change, changeBetween } from '../../shared/exchange/journal/change.ts';
import type { BaseStore } from './base-store.ts';
import { ProofSum } from './content-proof.ts';
import {
  type DerivedTable,
  definitionOf,
  fieldOf,
  type Rows,
  type SourceTable,
  type TableName,
  type TouchedRow,
} from './rows.ts';

/** What a command writes through: each write is applied and noted for the journal. */
export class Writer {
  readonly changes: Change[] = [];
  readonly touched: TouchedRow[] = [];
  readonly proof = new ProofSum();

  constructor(private readonly store: BaseStore) {}

  private keyOf<Name extends TableName>(table: Name, row: Rows[Name]): string {
    return String(fieldOf(row, definitionOf(table).key));
  }

  /** Adds rows or replaces those with the same key. */
  async put<Name extends SourceTable>(table: Name, ...rows: Rows[Name][]): Promise<void> {
    const store = this.store.rowsOf(table);
    const keys = rows.map((row) => this.keyOf(table, row));
    if (new Set(keys).size < keys.length) {
      // A row written twice is two changes, the second of what the first left.
      for (const row of rows) await this.put(table, row);
      return;
    }
    // Asked for in one breath: the store answers in order, so these are the rows as they were.
    const [before] = await Promise.all([store.bulkGet(keys), store.bulkPut(rows)]);
    for (const [index, row] of rows.entries()) {
      const made = changeBetween(table, keys[index] ?? '', before[index], row);
      this.note(table, made, before[index], row);
    }
  }

  /** Removes rows by key; keys that hold nothing are passed over. */
  async remove(table: SourceTable, ...asked: string[]): Promise<void> {
    const keys = [...new Set(asked)];
    const store = this.store.rowsOf(table);
    const [before] = await Promise.all([store.bulkGet(keys), store.bulkDelete(keys)]);
    for (const [index, key] of keys.entries()) {
      const made = changeBetween(table, key, before[index], undefined);
      this.note(table, made, before[index], undefined);
    }
  }

  private note(
    table: SourceTable,
    made: Change | null,
    before: object | undefined,
    after: object | undefined,
  ): void {
    if (!made) return;
    this.changes.push(made);
    this.touched.push({ table, key: made.key, before, after });
    this.proof.replace(made.table, before, after);
  }

  /**
   * Replaces rows that follow from others; the journal has no part in it.
   * @param pairs each row as it was and as it is to be
   */
  async derive<Name extends DerivedTable>(
    table: Name,
    pairs: readonly { before: Rows[Name] | undefined; after: Rows[Name] | undefined }[],
  ): Promise<void> {
    const changed = pairs.filter(({ before, after }) => !same(before, after));
    if (changed.length === 0) return;
    const store = this.store.rowsOf(table);
    for (const { before, after } of changed) this.proof.replace(table, before, after);
    const gone = changed.flatMap(({ before, after }) =>
      before && !after ? [this.keyOf(table, before)] : [],
    );
    await Promise.all([
      store.bulkPut(changed.flatMap(({ after }) => (after ? [after] : []))),
      store.bulkDelete(gone),
    ]);
  }

  /** Counts a series up by `count` and returns the first of the new numbers, from 1. */
  async take(series: string, count: number): Promise<number> {
    const last = (await this.store.rows.counters.get(series))?.value ?? 0;
    await this.put('counters', { id: series, value: last + count });
    return last + 1;
  }
}
