import type { DBCore, DBCoreCursor } from 'dexie';

/** How many rows were read from each table since it was last emptied. */
export type RowsRead = Record<string, number>;

function countedCursor(cursor: DBCoreCursor, count: () => void): DBCoreCursor {
  return Object.create(cursor, {
    start: {
      value: (onNext: () => void) =>
        cursor.start(() => {
          count();
          onNext();
        }),
    },
  }) as DBCoreCursor;
}

/** Counts every row that leaves the store; keys and counts are no rows. */
export function countRows(rows: RowsRead) {
  return (core: DBCore): DBCore => ({
    ...core,
    table(name) {
      const table = core.table(name);
      const count = (read: number) => {
        rows[name] = (rows[name] ?? 0) + read;
      };
      return {
        ...table,
        async get(request) {
          const row = await table.get(request);
          count(row === undefined ? 0 : 1);
          return row;
        },
        async getMany(request) {
          const found = await table.getMany(request);
          count(found.filter((row) => row !== undefined).length);
          return found;
        },
        async query(request) {
          const answer = await table.query(request);
          if (request.values) count(answer.result.length);
          return answer;
        },
        async openCursor(request) {
          const cursor = await table.openCursor(request);
          return cursor && request.values ? countedCursor(cursor, () => count(1)) : cursor;
        },
      };
    },
  });
}
