import type { EmployerYear, LearnerYear, LedgerLine } from '../../../shared/domain/teaching/ledger.ts';
import { yearKey } from '../../../shared/domain/teaching/ledger.ts';
import { withLearnerYear } from '../../../shared/regulation/employer-standing.ts';
import { outsideLine } from '../../../shared/regulation/ledger-lines.ts';
import { totalYear } from '../../../shared/regulation/year-total.ts';
import type { BaseDatabase } from '../base-database.ts';
import type { BaseStore } from '../base-store.ts';
import { ProofSum } from '../content-proof.ts';
import { type DerivedTable, derivedTables, type Rows } from '../rows.ts';
import { isLedgerCurrent, markLedgerCurrent, markLedgerStale } from './derivation.ts';
import { groupByYear, linesOfClass } from './keep-ledger.ts';

const learnersAtOnce = 500;

/** Empties the derived tables and takes them out of the proof. */
async function empty(store: BaseStore): Promise<void> {
  await store.write(async () => {
    await markLedgerStale(store);
    for (const table of derivedTables) await store.rowsOf(table).clear();
    const kept = await store.bookkeeping.proofs.get('content');
    if (!kept) return;
    const tables = Object.fromEntries(
      Object.entries(kept.tables).filter(([table]) => !(derivedTables as readonly string[]).includes(table)),
    );
    await store.bookkeeping.proofs.put({ id: 'content', tables });
  });
}

async function add<Name extends DerivedTable>(
  store: BaseStore,
  table: Name,
  rows: Rows[Name][],
  last = false,
): Promise<void> {
  await store.write(async () => {
    const proof = new ProofSum();
    for (const row of rows) proof.replace(table, undefined, row);
    await store.rowsOf(table).bulkAdd(rows);
    await store.bookkeeping.proofs.put(proof.addedTo(await store.bookkeeping.proofs.get('content')));
    if (last) await markLedgerCurrent(store);
  });
}

async function linesOf({ rows }: BaseDatabase, classId: string): Promise<LedgerLine[]> {
  const [of, sessions, attendance] = await Promise.all([
    rows.classes.get(classId),
    rows.sessions.where('classId').equals(classId).toArray(),
    rows.attendance.where('classId').equals(classId).toArray(),
  ]);
  return of ? linesOfClass(of, sessions, attendance) : [];
}

async function yearsOf({ rows }: BaseDatabase, learnerIds: string[]): Promise<LearnerYear[]> {
  const [lines, learners] = await Promise.all([
    rows.ledger.where('learnerId').anyOf(learnerIds).toArray(),
    rows.learners.bulkGet(learnerIds),
  ]);
  const employers = new Map(learnerIds.map((id, index) => [id, learners[index]?.employerId ?? '']));
  return [...groupByYear(lines).values()].flatMap((own) => {
    const [line] = own;
    if (!line) return [];
    return totalYear(own, line.learnerId, line.year, employers.get(line.learnerId) ?? '') ?? [];
  });
}

/**
 * Builds the ledger anew where it does not follow from what the database holds: after a replay, or
 * when a version with other rules opens. Interrupted, it begins again at the next start.
 * @param onProgress classes and groups of learners done, of all
 */
export async function bringLedgerUpToDate(
  store: BaseStore,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  if (await isLedgerCurrent(store)) return;
  await empty(store);
  const { classes, outsideEntries, ledger } = store.rows;
  const classIds = await classes.toCollection().primaryKeys();
  let done = 0;
  for (const classId of classIds) {
    await add(store, 'ledger', await linesOf(store, classId));
    done += 1;
    onProgress(done, classIds.length * 2);
  }
  const entries = await outsideEntries.toArray();
  await add(
    store,
    'ledger',
    entries.flatMap((entry) => outsideLine(entry) ?? []),
  );
  const learnerIds = (await ledger.orderBy('learnerId').uniqueKeys()) as string[];
  const employers = new Map<string, EmployerYear>();
  for (let start = 0; start < learnerIds.length; start += learnersAtOnce) {
    const years = await yearsOf(store, learnerIds.slice(start, start + learnersAtOnce));
    for (const year of years) {
      const key = yearKey(year.year, year.employerId);
      const sum = withLearnerYear(employers.get(key) ?? null, year, 1);
      if (sum) employers.set(key, sum);
    }
    await add(store, 'learnerYears', years);
    onProgress(classIds.length * (1 + start / learnerIds.length), classIds.length * 2);
  }
  await add(store, 'employerYears', [...employers.values()], true);
}
