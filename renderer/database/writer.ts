import { type Change, changeBetween } from '../../shared/exchange/journal/change.ts';
import { ProofSum } from './content-proof.ts';
import { primaryKeys, type Rows, type TableName } from './rows.ts';
import type { BaseDatabase } from './schema.ts';

/** What a command writes through: each write is applied and noted for the journal. */
export class Writer {
  readonly changes: Change[] = [];
  readonly proof = new ProofSum();

  constructor(private readonly database: BaseDatabase) {}

  private keyOf<Name extends TableName>(table: Name, row: Rows[Name]): string {
    return String((row as unknown as Record<string, unknown>)[primaryKeys[table]]);
  }

  /** Adds rows or replaces those with the same key. */
  async put<Name extends TableName>(table: Name, ...rows: Rows[Name][]): Promise<void> {
    const store = this.database.table<Rows[Name], string>(table);
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
  async remove(table: TableName, ...asked: string[]): Promise<void> {
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
    this.proof.replace(made.table, before, after);
  }

  /** Counts a series up by `count` and returns the first of the new numbers, from 1. */
  async take(series: string, count: number): Promise<number> {
    const last = (await this.database.rows.counters.get(series))?.value ?? 0;
    await this.put('counters', { id: series, value: last + count });
    return last + 1;
  }
}
