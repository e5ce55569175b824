import type { EmployerYear, LearnerYear, LedgerLine } from '../../../shared/domain/teaching/ledger.ts';
import { yearKey } from '../../../shared/domain/teaching/ledger.ts';
import { withLearnerYear } from '../../../shared/regulation/employer-standing.ts';
import { outsideLine } from '../../../shared/regulation/ledger-lines.ts';
import { totalYear } from '../../../shared/regulation/year-total.ts';
import { ProofSum } from '../content-proof.ts';
import { type DerivedRows, type DerivedTable, derivedTables } from '../rows.ts';
import { BaseDatabase } from '../schema.ts';
import { isLedgerCurrent, markLedgerCurrent, markLedgerStale } from './derivation.ts';
import { groupByYear, linesOfClass } from './keep-ledger.ts';

const learnersAtOnce = 500;

/** Empties the derived tables and takes them out of the proof. */
async function empty(database: BaseDatabase): Promise<void> {
  await database.transaction('rw', BaseDatabase.written, async () => {
    BaseDatabase.allowWrites();
    await markLedgerStale(database);
    for (const table of derivedTables) await database.table(table).clear();
    const kept = await database.rows.proofs.get('content');
    if (!kept) return;
    const tables = Object.fromEntries(
      Object.entries(kept.tables).filter(([table]) => !(derivedTables as readonly string[]).includes(table)),
    );
    await database.rows.proofs.put({ id: 'content', tables });
  });
}

async function add<Name extends DerivedTable>(
  database: BaseDatabase,
  table: Name,
  rows: DerivedRows[Name][],
  last = false,
): Promise<void> {
  await database.transaction('rw', BaseDatabase.written, async () => {
    BaseDatabase.allowWrites();
    const proof = new ProofSum();
    for (const row of rows) proof.replace(table, undefined, row);
    await database.table<DerivedRows[Name], string>(table).bulkAdd(rows);
    await database.rows.proofs.put(proof.addedTo(await database.rows.proofs.get('content')));
    if (last) await markLedgerCurrent(database);
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
  database: BaseDatabase,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  if (await isLedgerCurrent(database)) return;
  await empty(database);
  const { classes, outsideEntries, ledger } = database.rows;
  const classIds = await classes.toCollection().primaryKeys();
  let done = 0;
  for (const classId of classIds) {
    await add(database, 'ledger', await linesOf(database, classId));
    done += 1;
    onProgress(done, classIds.length * 2);
  }
  const entries = await outsideEntries.toArray();
  await add(
    database,
    'ledger',
    entries.flatMap((entry) => outsideLine(entry) ?? []),
  );
  const learnerIds = (await ledger.orderBy('learnerId').uniqueKeys()) as string[];
  const employers = new Map<string, EmployerYear>();
  for (let start = 0; start < learnerIds.length; start += learnersAtOnce) {
    const years = await yearsOf(database, learnerIds.slice(start, start + learnersAtOnce));
    for (const year of years) {
      const key = yearKey(year.year, year.employerId);
      const sum = withLearnerYear(employers.get(key) ?? null, year, 1);
      if (sum) employers.set(key, sum);
    }
    await add(database, 'learnerYears', years);
    onProgress(classIds.length * (1 + start / learnerIds.length), classIds.length * 2);
  }
  await add(database, 'employerYears', [...employers.values()], true);
}
