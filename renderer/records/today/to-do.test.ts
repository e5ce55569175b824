import { expect, test } from 'vitest';
import { addLearners, type Desk, openClassWith, openDesk, sessionOn } from '../../../tests/support/desk.ts';
import { finishedClass } from '../../../tests/support/finished-class.ts';
import { recordResults } from '../assessments/commands.ts';
import { markAttendance } from '../attendance/commands.ts';
import { issueCertificates } from '../certificates/commands.ts';
import { enrolLearners } from '../classes/commands.ts';
import { closeClass } from '../closing/commands.ts';
import { readToDo } from './queries.ts';

const today = '2026-11-24';

/** A class of two learners with sessions on these days. */
async function taughtOn(dates: string[]) {
  const desk = await openDesk();
  const of = await openClassWith(
    desk,
    dates.map((date) => sessionOn(date)),
  );
  const learnerIds = await addLearners(desk, 2);
  await desk.execute(enrolLearners, { classId: of.id, learnerIds });
  return { desk, of, learnerIds };
}

async function dates(desk: Desk) {
  const { todays, unmarked, coming } = await readToDo(desk.database, today);
  const of = (due: typeof todays) => due.map(({ session }) => session.date);
  return { todays: of(todays), unmarked: of(unmarked), coming: of(coming) };
}

test('sessions are today’s, unmarked ones of before, or of the seven days to come', async () => {
  const { desk } = await taughtOn(['2026-11-23', today, '2026-11-25', '2026-12-01', '2026-12-02']);
  expect(await dates(desk)).toEqual({
    todays: [today],
    unmarked: ['2026-11-23'],
    coming: ['2026-11-25', '2026-12-01'],
  });
});

test('a session is no longer due once somebody is marked, and says how many are', async () => {
  const { desk, learnerIds } = await taughtOn(['2026-11-23', today]);
  const sessions = await desk.database.rows.sessions.toArray();
  for (const { id } of sessions) {
    const marks = [{ learnerId: learnerIds[0] ?? '', status: 'present' as const }];
    await desk.execute(markAttendance, { sessionId: id, marks });
  }
  const { todays, unmarked } = await readToDo(desk.database, today);
  expect(unmarked).toEqual([]);
  expect(todays.map(({ learners, marked }) => ({ learners, marked }))).toEqual([{ learners: 2, marked: 1 }]);
});

test('a session that nobody is enrolled for, and one of long ago, is not asked for', async () => {
  const desk = await openDesk();
  await openClassWith(desk, [sessionOn('2026-11-23')]);
  expect((await dates(desk)).unmarked).toEqual([]);
  const { desk: other } = await taughtOn(['2026-07-26', '2026-07-27']);
  expect((await dates(other)).unmarked).toEqual(['2026-07-27']);
});

test('a class that is over waits for results, then for certificates, then for nothing', async () => {
  const desk = await openDesk();
  const { classId, learnerIds } = await finishedClass(desk, 2, 4, null);
  const due = async () =>
    (await readToDo(desk.database, today)).due.map(({ of, eligible, withoutResult }) => ({
      id: of.id,
      eligible,
      withoutResult,
    }));
  expect(await due()).toEqual([{ id: classId, eligible: 0, withoutResult: 2 }]);
  const results = learnerIds.map((learnerId) => ({
    learnerId,
    which: 'first' as const,
    result: { kind: 'score' as const, score: 80 },
  }));
  await desk.execute(recordResults, { classId, results });
  expect(await due()).toEqual([{ id: classId, eligible: 2, withoutResult: 0 }]);
  await desk.execute(closeClass, { classId });
  expect(await due()).toHaveLength(1);
  await desk.execute(issueCertificates, { classId, learnerIds, desk: null });
  expect(await due()).toEqual([]);
});
