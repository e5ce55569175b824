import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthPeriod, yearPeriod } from '../../../shared/domain/base/period.ts';
import type { Period } from '../../../shared/domain/base/statistics.ts';
import type { SessionAttendance } from '../../../shared/domain/teaching/attendance.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import type { OutsideEntry } from '../../../shared/domain/teaching/outside-entry.ts';
import type { Session } from '../../../shared/domain/teaching/session.ts';
import { applyChange } from '../../../shared/exchange/journal/change.ts';
import { Refusal } from '../../../shared/refusals/index.ts';
import { statisticsOf } from '../../../shared/regulation/statistics.ts';
import { anyAct, newWorld } from '../../../tests/support/random-work.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { readRecords } from './records.ts';

/** What the journal alone says there is: every table as its changes leave it. */
async function rowsOfJournal({ rows }: BaseDatabase) {
  const tables = new Map<string, Map<string, object>>();
  for (const { changes } of await rows.journal.orderBy('sequence').toArray()) {
    for (const change of changes) {
      const table = tables.get(change.table) ?? new Map<string, object>();
      const row = applyChange(table.get(change.key), change);
      if (row) table.set(change.key, row);
      else table.delete(change.key);
      tables.set(change.table, table);
    }
  }
  return <Row>(table: string) => [...(tables.get(table)?.values() ?? [])] as Row[];
}

/** Whole hours of each learner, class, kind and civil year, by the text of 第10条 and nothing else. */
function hoursByHand(sessions: Session[], attended: Map<string, Set<string>>, classes: TrainingClass[]) {
  const [minutes, halves, sums] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  const add = (to: Map<string, number>, key: string, value: number) =>
    to.set(key, (to.get(key) ?? 0) + value);
  const inOrder = sessions.toSorted((one, other) =>
    `${one.date} ${one.startTime}`.localeCompare(`${other.date} ${other.startTime}`),
  );
  for (const { id: classId } of classes) {
    const mine = inOrder.filter((session) => session.classId === classId);
    for (const learner of new Set(mine.flatMap(({ id }) => [...(attended.get(id) ?? [])]))) {
      const madeUp = new Set<string>();
      for (const { id, makesUpFor, counting, date, subjectKind, minutes: taught } of mine) {
        if (!attended.get(id)?.has(learner)) continue;
        if (makesUpFor && (attended.get(makesUpFor)?.has(learner) || madeUp.has(makesUpFor))) continue;
        if (makesUpFor) madeUp.add(makesUpFor);
        if (counting === 'minutes')
          add(minutes, `${learner} ${classId} ${date.slice(0, 4)} ${subjectKind}`, taught);
        else if ((halves.get(`${learner} ${classId} ${date}`) ?? 0) < 2) {
          add(halves, `${learner} ${classId} ${date}`, 1);
          add(sums, subjectKind, 4);
        }
      }
    }
  }
  for (const [key, sum] of minutes) add(sums, key.split(' ').at(-1) ?? '', Math.floor(sum / 45));
  return { generalHours: sums.get('general') ?? 0, professionalHours: sums.get('professional') ?? 0 };
}

async function recounted(database: BaseDatabase, { from, to }: Period) {
  const table = await rowsOfJournal(database);
  const sessions = table<Session>('sessions').filter(({ date }) => from <= date && date <= to);
  const marks = new Map(
    table<SessionAttendance>('attendance').map((row) => [
      row.sessionId,
      new Set(
        Object.entries(row.marks)
          .filter(([, { status }]) => status === 'present' || status === 'late')
          .map(([learner]) => learner),
      ),
    ]),
  );
  const pairs = sessions.flatMap(({ id, classId }) =>
    [...(marks.get(id) ?? [])].map((learner) => `${learner}:${classId}`),
  );
  const outside = table<OutsideEntry>('outsideEntries').filter(
    ({ date, proof }) => proof && from <= date && date <= to,
  );
  return {
    ...hoursByHand(sessions, marks, table<TrainingClass>('classes')),
    people: new Set(pairs.map((pair) => pair.split(':')[0])).size,
    personTimes: new Set(pairs).size,
    classes: new Set(sessions.map(({ classId }) => classId)).size,
    sessions: sessions.length,
    outsideEntries: outside.length,
    outsideHours: outside.reduce((sum, { hours }) => sum + hours, 0),
  };
}

test('after random work every figure is what a recount from the journal gives (第28条)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 10, maxLength: 40 }), async (acts) => {
      const world = await newWorld();
      for (const act of acts) {
        await act(world).catch((thrown: unknown) => {
          if (!(thrown instanceof Refusal)) throw thrown;
        });
      }
      const { database } = world.desk;
      for (const period of [yearPeriod(2026), yearPeriod(2027)]) {
        const { totals } = statisticsOf(await readRecords(database, period), period);
        expect(totals).toMatchObject(await recounted(database, period));
      }
      const [december, whole] = [monthPeriod(2026, 12), yearPeriod(2026)];
      const counted = statisticsOf(await readRecords(database, december), december);
      const year = statisticsOf(await readRecords(database, whole), whole);
      const row = year.by.month.find(({ key }) => key === '2026-12');
      expect(counted.totals).toMatchObject({ people: row?.people, personTimes: row?.personTimes });
      for (const rows of Object.values(year.by)) {
        const hours = rows.reduce((sum, one) => sum + one.generalHours + one.professionalHours, 0);
        expect(hours).toBe(year.totals.generalHours + year.totals.professionalHours);
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
