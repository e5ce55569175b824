import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DuckDBConnection } from '@duckdb/node-api';
import {
  type RegionTable,
  type RegionTables,
  regionTableNames,
} from '../../../shared/domain/base/region-tables.ts';
import type { StoredPackage } from './taken-log.ts';

/** Beside this file, and beside the bundle that it becomes part of. */
const queriesFolder = fileURLToPath(new URL('./queries/', import.meta.url));

function listOf(paths: readonly string[]): string {
  return `[${paths.map((path) => `'${path.replaceAll("'", "''")}'`).join(', ')}]`;
}

function plain(value: unknown): string | number {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' ? value : String(value ?? '');
}

/** Asks every query of a connection that has the views `figures`, `all_figures` and `ledger`. */
export async function runQueries(connection: DuckDBConnection): Promise<RegionTables> {
  const answers = {} as RegionTables;
  for (const table of Object.keys(regionTableNames) as RegionTable[]) {
    const sql = readFileSync(join(queriesFolder, `${table}.sql`), 'utf8');
    const read = await connection.runAndReadAll(sql);
    answers[table] = read
      .getRowObjects()
      .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])));
  }
  return answers;
}

/** The engine would spill into the folder it was started in, and fetch extensions into the person's own. */
const neverWriting = {
  temp_directory: '',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};

const noLedger =
  'SELECT \'\' AS learner, \'\' AS base, 0 AS "generalHours", 0 AS "professionalHours" WHERE false';

/**
 * Computes the region's tables, each by the SQL of its file: it runs on any engine that reads Parquet.
 * @param packages of one period
 * @param all that count, of every period
 */
export async function regionTables(
  folder: string,
  packages: readonly StoredPackage[],
  all: readonly StoredPackage[] = packages,
): Promise<RegionTables> {
  // Only an authority needs the engine: a base's host never loads it.
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', neverWriting);
  const connection = await instance.connect();
  try {
    const figuresOf = (some: readonly StoredPackage[]) =>
      `SELECT * FROM read_parquet(${listOf(some.map((one) => join(folder, one.figures.path)))}, hive_partitioning = false)`;
    const ledgers = packages.flatMap(({ ledger }) => (ledger === null ? [] : [join(folder, ledger.path)]));
    await connection.run(`CREATE VIEW figures AS ${figuresOf(packages)}`);
    await connection.run(`CREATE VIEW all_figures AS ${figuresOf(all)}`);
    await connection.run(
      `CREATE VIEW ledger AS ${
        ledgers.length === 0
          ? noLedger
          : `SELECT * FROM read_parquet(${listOf(ledgers)}, hive_partitioning = true, hive_types_autocast = false)`
      }`,
    );
    return await runQueries(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
