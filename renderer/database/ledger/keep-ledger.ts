import type { AttendanceMark, SessionAttendance } from '../../../shared/domain/teaching/attendance.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import {
  type EmployerYear,
  type LearnerYear,
  type LedgerLine,
  yearKey,
} from '../../../shared/domain/teaching/ledger.ts';
import type { Session } from '../../../shared/domain/teaching/session.ts';
import { withLearnerYear } from '../../../shared/regulation/employer-standing.ts';
import {
  classLinePrefix,
  classLines,
  outsideLine,
  outsideLineId,
} from '../../../shared/regulation/ledger-lines.ts';
import { totalYear } from '../../../shared/regulation/year-total.ts';
import type { BaseDatabase } from '../base-database.ts';
import type { Writer } from '../writer.ts';
import { type Touched, touchedBy } from './touched.ts';

interface Pair<Row> {
  before: Row | undefined;
  after: Row | undefined;
}

/** Marks of a class by learner, then by session. */
function marksByLearner(
  rows: readonly SessionAttendance[],
  of?: ReadonlySet<string>,
): Map<string, Map<string, AttendanceMark>> {
  const byLearner = new Map<string, Map<string, AttendanceMark>>();
  for (const { sessionId, marks } of rows) {
    for (const learnerId of of ?? Object.keys(marks)) {
      const mark = marks[learnerId];
      if (!mark) continue;
      const own = byLearner.get(learnerId) ?? new Map<string, AttendanceMark>();
      byLearner.set(learnerId, own.set(sessionId, mark));
    }
  }
  return byLearner;
}

/** The lines of a class as they follow from its timetable and marks. */
export function linesOfClass(
  of: TrainingClass,
  sessions: readonly Session[],
  attendance: readonly SessionAttendance[],
  learnerIds?: ReadonlySet<string>,
): LedgerLine[] {
  return [...marksByLearner(attendance, learnerIds)].flatMap(([learnerId, marks]) =>
    classLines(of, sessions, learnerId, marks),
  );
}

function paired<Row extends { id: string }>(before: readonly Row[], after: readonly Row[]): Pair<Row>[] {
  const now = new Map(after.map((row) => [row.id, row]));
  const was = new Map(before.map((row) => [row.id, row]));
  const ids = new Set([...was.keys(), ...now.keys()]);
  return [...ids].map((id) => ({ before: was.get(id), after: now.get(id) }));
}

/** Beyond every character an id is made of. */
const afterAll = '\uffff';

async function classPairs(
  { rows }: BaseDatabase,
  classId: string,
  learnerIds: Set<string> | 'all',
): Promise<Pair<LedgerLine>[]> {
  const [one, ...more] = learnerIds === 'all' ? [] : learnerIds;
  const isOne = one !== undefined && more.length === 0;
  const prefix = classLinePrefix(classId, isOne ? `${one}:` : '');
  const [of, sessions, attendance, known] = await Promise.all([
    rows.classes.get(classId),
    rows.sessions.where('classId').equals(classId).toArray(),
    rows.attendance.where('classId').equals(classId).toArray(),
    rows.ledger
      .where('id')
      .between(prefix, prefix + afterAll)
      .toArray(),
  ]);
  const limited = learnerIds === 'all' ? undefined : learnerIds;
  const before = limited ? known.filter(({ learnerId }) => limited.has(learnerId)) : known;
  return paired(before, of ? linesOfClass(of, sessions, attendance, limited) : []);
}

async function outsidePairs({ rows }: BaseDatabase, entryIds: Set<string>): Promise<Pair<LedgerLine>[]> {
  const ids = [...entryIds];
  const [entries, known] = await Promise.all([
    rows.outsideEntries.bulkGet(ids),
    rows.ledger.bulkGet(ids.map(outsideLineId)),
  ]);
  return ids.map((_, index) => {
    const entry = entries[index];
    return { before: known[index], after: (entry && outsideLine(entry)) ?? undefined };
  });
}

/** The learners and years whose sums have to be taken anew. */
async function yearsToTotal(
  { rows }: BaseDatabase,
  { learners }: Touched,
  pairs: readonly Pair<LedgerLine>[],
): Promise<Map<string, { learnerId: string; year: number }>> {
  const years = new Map<string, { learnerId: string; year: number }>();
  const add = ({ learnerId, year }: LedgerLine) => years.set(yearKey(year, learnerId), { learnerId, year });
  for (const { before, after } of pairs) for (const line of [before, after]) if (line) add(line);
  if (learners.size > 0) {
    for (const line of await rows.ledger
      .where('learnerId')
      .anyOf([...learners])
      .toArray())
      add(line);
  }
  return years;
}

/** Lines by learner and year. */
export function groupByYear(lines: readonly LedgerLine[]): Map<string, LedgerLine[]> {
  const groups = new Map<string, LedgerLine[]>();
  for (const line of lines) {
    const key = yearKey(line.year, line.learnerId);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return groups;
}

async function yearPairs(
  { rows }: BaseDatabase,
  years: ReadonlyMap<string, { learnerId: string; year: number }>,
): Promise<Pair<LearnerYear>[]> {
  const learnerIds = [...new Set([...years.values()].map(({ learnerId }) => learnerId))];
  const [before, lines, learners] = await Promise.all([
    rows.learnerYears.bulkGet([...years.keys()]),
    rows.ledger.where('learnerId').anyOf(learnerIds).toArray(),
    rows.learners.bulkGet(learnerIds),
  ]);
  const employers = new Map(learnerIds.map((id, index) => [id, learners[index]?.employerId ?? '']));
  const linesOf = groupByYear(lines);
  return [...years].map(([key, { learnerId, year }], index) => ({
    before: before[index],
    after: totalYear(linesOf.get(key) ?? [], learnerId, year, employers.get(learnerId) ?? '') ?? undefined,
  }));
}

async function employerPairs(
  { rows }: BaseDatabase,
  years: readonly Pair<LearnerYear>[],
): Promise<Pair<EmployerYear>[]> {
  const touched = years.flatMap(({ before, after }) => [before, after].filter((row) => row !== undefined));
  const keys = [...new Set(touched.map(({ year, employerId }) => yearKey(year, employerId)))];
  const before = await rows.employerYears.bulkGet(keys);
  const sums = new Map<string, EmployerYear | null>(keys.map((key, index) => [key, before[index] ?? null]));
  const add = (row: LearnerYear | undefined, sign: 1 | -1) => {
    if (!row) return;
    const key = yearKey(row.year, row.employerId);
    sums.set(key, withLearnerYear(sums.get(key) ?? null, row, sign));
  };
  for (const pair of years) {
    add(pair.after, 1);
    add(pair.before, -1);
  }
  return keys.map((key, index) => ({ before: before[index], after: sums.get(key) ?? undefined }));
}

/**
 * Brings the ledger, the sums of each learner's years and those of each employer up to what the
 * transaction has written so far. Runs within that transaction, so that none can be without the other.
 */
export async function keepLedger(database: BaseDatabase, write: Writer): Promise<void> {
  const touched = touchedBy(write.touched);
  if (touched.classes.size + touched.entries.size + touched.learners.size === 0) return;
  const found = await Promise.all([
    ...[...touched.classes].map(([classId, learnerIds]) => classPairs(database, classId, learnerIds)),
    outsidePairs(database, touched.entries),
  ]);
  const lines = found.flat();
  await write.derive('ledger', lines);
  const years = await yearPairs(database, await yearsToTotal(database, touched, lines));
  const moved = years.filter(({ before, after }) => before !== undefined || after !== undefined);
  const [employers] = await Promise.all([
    employerPairs(database, moved),
    write.derive('learnerYears', moved),
  ]);
  await write.derive('employerYears', employers);
}
