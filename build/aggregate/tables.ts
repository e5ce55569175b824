import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { StoredPackage } from '../../electron/services/authority/store.ts';

/** The region's tables, each by the SQL of its file: it runs on any engine that reads Parquet. */
export const queries = {
  total: '全区合计',
  'by-region': '按盟市',
  'by-base': '按基地',
  breakdowns: '分项',
  'shared-learners': '多个基地都培训过的学员',
} as const;
export type Query = keyof typeof queries;

export type TableRows = Record<string, string | number>[];

function listOf(paths: readonly string[]): string {
  return `[${paths.map((path) => `'${path.replaceAll("'", "''")}'`).join(', ')}]`;
}

function plain(value: unknown): string | number {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' ? value : String(value ?? '');
}

/** Asks every query of a connection that has the views `figures` and `ledger`. */
export async function runQueries(connection: DuckDBConnection): Promise<Record<Query, TableRows>> {
  const answers = {} as Record<Query, TableRows>;
  for (const query of Object.keys(queries) as Query[]) {
    const sql = readFileSync(join(import.meta.dirname, 'queries', `${query}.sql`), 'utf8');
    const read = await connection.runAndReadAll(sql);
    answers[query] = read
      .getRowObjects()
      .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])));
  }
  return answers;
}

/** Computes the tables over the packages of one period. */
export async function regionTables(
  folder: string,
  packages: readonly StoredPackage[],
): Promise<Record<Query, TableRows>> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const figures = packages.map((one) => join(folder, one.figures));
  const ledgers = packages.flatMap(({ ledger }) => (ledger === null ? [] : [join(folder, ledger)]));
  const none =
    'SELECT \'\' AS learner, \'\' AS base, 0 AS "generalHours", 0 AS "professionalHours" WHERE false';
  await connection.run(
    `CREATE VIEW figures AS SELECT * FROM read_parquet(${listOf(figures)}, hive_partitioning = false)`,
  );
  await connection.run(
    `CREATE VIEW ledger AS ${
      ledgers.length === 0
        ? none
        : `SELECT * FROM read_parquet(${listOf(ledgers)}, hive_partitioning = true, hive_types_autocast = false)`
    }`,
  );
  const answers = await runQueries(connection);
  connection.closeSync();
  instance.closeSync();
  return answers;
}
