import { link, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { regionTables, runQueries } from '../../electron/services/authority/region-tables.ts';
import { AuthorityStore } from '../../electron/services/authority/store.ts';
import { takeFolder } from '../../electron/services/authority/take-folder.ts';
import { readingThread } from '../../electron/services/reading/tasks.ts';
import { Thread } from '../../electron/services/threads/thread.ts';
import { monthPeriod } from '../../shared/domain/base/period.ts';
import type { RegionTables } from '../../shared/domain/base/region-tables.ts';
import { foldersOf, months } from './make-packages.ts';

/** What one contender needed for so many bases, and what it found, by which the two are compared. */
export interface Measured {
  milliseconds: number;
  megabytes: number;
  /** Person-times over all months, and learners that several bases trained. */
  found: { personTimes: number; shared: number };
}

type Tables = RegionTables;

function foundIn(tables: readonly Tables[]): Measured['found'] {
  const times = tables.map(({ total }) =>
    Number(total.find(({ measure }) => measure === 'personTimes')?.value),
  );
  return {
    personTimes: times.reduce((sum, value) => sum + value, 0),
    shared: Math.max(...tables.map((table) => table['shared-learners'].length)),
  };
}

/** Every package verified, compared and taken; then the tables of each month. */
async function ours(root: string, bases: number): Promise<Measured['found']> {
  const folder = await mkdtemp(join(tmpdir(), 'aggregate-'));
  const inbox = join(folder, 'inbox');
  await mkdir(inbox);
  for (let base = 0; base < bases; base += 1) {
    const { packages } = foldersOf(root, base);
    for (const name of await readdir(packages)) await link(join(packages, name), join(inbox, name));
  }
  const store = new AuthorityStore(join(folder, 'store'));
  const worker = join(import.meta.dirname, '../../dist/electron/reading-worker.cjs');
  const thread = new Thread(worker, readingThread, null);
  const { taken } = await takeFolder(store, inbox, (name, bytes) => thread.run('package', { name, bytes }), {
    take: true,
    register: true,
    today: '2027-01-20',
    authority: '自治区人社厅',
  });
  await thread.close();
  if (taken !== bases * months) throw new Error(`${taken} packages were taken`);
  const current = await store.current();
  const tables: Tables[] = [];
  for (let month = 1; month <= months; month += 1) {
    const { from } = monthPeriod(2026, month);
    tables.push(
      await regionTables(
        store.folder,
        current.filter((one) => one.from === from),
      ),
    );
  }
  await rm(folder, { recursive: true });
  return foundIn(tables);
}

/** DuckDB over the same rows, bare: nothing is verified, nothing kept. */
async function duckdb(root: string, bases: number): Promise<Measured['found']> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const tables: Tables[] = [];
  for (let month = 1; month <= months; month += 1) {
    const listed = (table: string) =>
      `[${Array.from({ length: bases }, (_, base) => `'${join(foldersOf(root, base).bare, `${table}-${month}.csv`)}'`).join(', ')}]`;
    for (const table of ['figures', 'ledger'])
      await connection.run(`CREATE OR REPLACE VIEW ${table} AS SELECT * FROM read_csv(${listed(table)})`);
    await connection.run('CREATE OR REPLACE VIEW all_figures AS SELECT * FROM figures');
    tables.push(await runQueries(connection));
  }
  connection.closeSync();
  instance.closeSync();
  return foundIn(tables);
}

const contenders = { ours, duckdb };
const [contender = '', root = '', bases = ''] = process.argv.slice(2);
const started = performance.now();
const found = await contenders[contender as keyof typeof contenders](root, Number(bases));
const measured: Measured = {
  milliseconds: performance.now() - started,
  megabytes: process.resourceUsage().maxRSS / 1024,
  found,
};
console.log(JSON.stringify(measured));
