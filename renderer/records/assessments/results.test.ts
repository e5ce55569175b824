import { expect, test } from 'vitest';
import { type Desk, openDesk, refused } from '../../../tests/support/desk.ts';
import { finishedClass } from '../../../tests/support/finished-class.ts';
import { issueCertificates } from '../certificates/commands.ts';
import { closeClass } from '../closing/commands.ts';
import { recordResults } from './commands.ts';

const score = (points: number) => ({ kind: 'score' as const, score: points });

/** A class that two learners attended throughout, without results. */
async function unassessed() {
  const desk = await openDesk();
  const { classId, learnerIds } = await finishedClass(desk, 2, 4, null);
  const [learnerId = '', otherId = ''] = learnerIds;
  return { desk, classId, learnerId, otherId };
}

async function resultsOf({ database }: Desk, classId: string) {
  return (await database.rows.assessments.get(classId))?.results ?? {};
}

test('a whole column is recorded at once, scores and verdicts, with who did it', async () => {
  const { desk, classId, learnerId, otherId } = await unassessed();
  await desk.execute(recordResults, {
    classId,
    results: [
      { learnerId, which: 'first', result: score(86.5) },
      { learnerId: otherId, which: 'first', result: { kind: 'verdict', passed: false } },
    ],
  });
  expect(await resultsOf(desk, classId)).toMatchObject({
    [learnerId]: { first: { result: score(86.5), by: '周老师' } },
    [otherId]: { first: { result: { kind: 'verdict', passed: false } } },
  });
});

test('a make-up stands beside a first result that was no pass, and nowhere else', async () => {
  const { desk, classId, learnerId, otherId } = await unassessed();
  const makeUp = (of: string) =>
    desk.execute(recordResults, {
      classId,
      results: [{ learnerId: of, which: 'makeUp', result: score(70) }],
    });
  expect((await refused(makeUp(learnerId))).code).toBe('makeUpFirst');
  await desk.execute(recordResults, {
    classId,
    results: [
      { learnerId, which: 'first', result: score(58) },
      { learnerId: otherId, which: 'first', result: score(60) },
    ],
  });
  await makeUp(learnerId);
  expect((await resultsOf(desk, classId))[learnerId]).toMatchObject({
    first: { result: score(58) },
    makeUp: { result: score(70) },
  });
  expect(await refused(makeUp(otherId))).toMatchObject({
    code: 'makeUpAfterPass',
    message: expect.stringContaining('学员2'),
  });
});

test('a first result that was made up for can’t become a pass, nor be taken back', async () => {
  const { desk, classId, learnerId } = await unassessed();
  const first = (result: ReturnType<typeof score> | null) =>
    desk.execute(recordResults, { classId, results: [{ learnerId, which: 'first', result }] });
  await first(score(58));
  await desk.execute(recordResults, {
    classId,
    results: [{ learnerId, which: 'makeUp', result: score(70) }],
  });
  expect((await refused(first(score(61)))).code).toBe('makeUpAfterPass');
  expect((await refused(first(null))).code).toBe('makeUpAfterPass');
  await first(score(50));
  expect((await resultsOf(desk, classId))[learnerId]?.first.result).toEqual(score(50));
});

test('a result is taken back; nothing of it is left', async () => {
  const { desk, classId, learnerId } = await unassessed();
  const record = (result: ReturnType<typeof score> | null) =>
    desk.execute(recordResults, { classId, results: [{ learnerId, which: 'first', result }] });
  await record(score(86));
  await record(null);
  expect(await resultsOf(desk, classId)).toEqual({});
});

test('one row that is refused takes the whole column with it', async () => {
  const { desk, classId, learnerId } = await unassessed();
  const act = desk.execute(recordResults, {
    classId,
    results: [
      { learnerId, which: 'first', result: score(86) },
      { learnerId: '01990000-0000-7000-8000-000000000001', which: 'first', result: score(90) },
    ],
  });
  expect((await refused(act)).code).toBe('notEnrolled');
  expect(await resultsOf(desk, classId)).toEqual({});
});

test.each([101, -1, 86.55])('a score of %s is none', async (points) => {
  const { desk, classId, learnerId } = await unassessed();
  const act = desk.execute(recordResults, {
    classId,
    results: [{ learnerId, which: 'first', result: score(points) }],
  });
  expect((await refused(act)).code).toBe('badInput');
});

test('what a certificate rests on and what was closed stays', async () => {
  const desk = await openDesk();
  const { classId, learnerIds } = await finishedClass(desk, 2);
  const [learnerId = '', otherId = ''] = learnerIds;
  await desk.execute(issueCertificates, { classId, learnerIds: [learnerId], desk: null });
  const record = (of: string) =>
    desk.execute(recordResults, {
      classId,
      results: [{ learnerId: of, which: 'first', result: score(70) }],
    });
  expect((await refused(record(learnerId))).code).toBe('certificateInForce');
  await record(otherId);
  await desk.execute(closeClass, { classId });
  expect((await refused(record(otherId))).code).toBe('classClosed');
});
