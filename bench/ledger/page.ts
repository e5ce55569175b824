import { capabilities } from '../../renderer/app/capabilities.ts';
import { BaseStore } from '../../renderer/database/base-store.ts';
import { readDue } from '../../renderer/features/today/missing.tsx';
import { employersInYear } from '../../renderer/records/employers/queries.ts';
import { readToDo } from '../../renderer/records/today/queries.ts';
import { baseYear } from '../../renderer/records/yearly-hours/queries.ts';
import { countRows, type RowsRead } from './count-rows.ts';
import { seed } from './seed.ts';

const year = 2026;
const today = '2026-11-24';

export interface Measured {
  lines: number;
  screens: Record<string, { times: number[]; rows: RowsRead }>;
  /** Milliseconds. */
  getAll: number[];
}

/** What each screen asks of the database when it opens. */
const screens: Record<string, (database: BaseStore) => Promise<unknown>> = {
  'employer list': (database) => employersInYear(database, year, today),
  'home page': (database) =>
    Promise.all([
      readToDo(database, today),
      readDue(database, capabilities, { name: '周老师', roles: ['administrator'] }, today),
      baseYear(database, year, today),
    ]),
};

function bareGetAll(database: BaseStore): Promise<number> {
  return new Promise((resolve, reject) => {
    const store = database.backendDB().transaction('ledger').objectStore('ledger');
    const request = store.getAll();
    request.onsuccess = () => resolve(request.result.length);
    request.onerror = () => reject(request.error);
  });
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

async function measure(rounds: number): Promise<Measured> {
  const rows: RowsRead = {};
  const database = new BaseStore('base-1');
  database.use({ stack: 'dbcore', name: 'row-count', level: -1, create: countRows(rows) });
  await database.open();
  console.log(`seeded in ${Math.round((await timed(() => seed(database))) / 1000)} s`);
  const measured: Measured = { lines: await database.rows.ledger.count(), screens: {}, getAll: [] };
  for (const [name, open] of Object.entries(screens)) {
    for (const table of Object.keys(rows)) delete rows[table];
    await open(database);
    measured.screens[name] = { times: [], rows: { ...rows } };
  }
  // By turns, so that whatever else the machine does falls on all of them.
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, open] of Object.entries(screens)) {
      measured.screens[name]?.times.push(await timed(() => open(database)));
    }
    measured.getAll.push(await timed(() => bareGetAll(database)));
  }
  return measured;
}

Object.assign(window, { measure });
