import { expect, test } from 'vitest';
import { addLearners, openClassWith, openDesk, refused, sessionOn } from '../../../tests/support/desk.ts';
import { removeClass } from './class-commands.ts';
import { enrolLearners, withdrawLearner } from './enrolment-commands.ts';
import { addSessions, editSession, removeSession } from './session-commands.ts';
import { sessionsOn } from './session-plan.ts';

test('a class runs from its first to its last session', async () => {
  const desk = await openDesk();
  const of = await openClassWith(
    desk,
    sessionsOn(['2026-12-19', '2026-12-26', '2027-01-02'], sessionOn('2026-12-19')),
  );
  expect(of).toMatchObject({ startDate: '2026-12-19', endDate: '2027-01-02' });
  const last = await desk.database.rows.sessions.where('date').equals('2027-01-02').first();
  await desk.execute(removeSession, { id: last!.id });
  expect(await desk.database.rows.classes.get(of.id)).toMatchObject({ endDate: '2026-12-26' });
});

test.each([
  [
    'overlapping sessions',
    [sessionOn('2026-10-10'), sessionOn('2026-10-10', { startTime: '11:30', endTime: '13:00', minutes: 90 })],
    'sessionsOverlap',
  ],
  [
    'minutes and a half day in one half day',
    [
      sessionOn('2026-10-10', { endTime: '10:00', minutes: 60 }),
      sessionOn('2026-10-10', { startTime: '10:30', counting: 'halfDay' }),
    ],
    'sessionsOverlap',
  ],
  ['more minutes than the times leave', [sessionOn('2026-10-10', { minutes: 181 })], 'badInput'],
  ['a session before the measures were in force (第35条)', [sessionOn('2017-01-31')], 'badInput'],
  ['a date that is none', [sessionOn('2026-02-30')], 'badInput'],
])('%s are refused, and no class is opened', async (_, sessions, code) => {
  const desk = await openDesk();
  expect((await refused(openClassWith(desk, sessions))).code).toBe(code);
  expect(await desk.database.rows.classes.count()).toBe(0);
});

test('a class number is used once', async () => {
  const desk = await openDesk();
  await openClassWith(desk, []);
  expect((await refused(openClassWith(desk, []))).message).toBe('班号 2026-01 已被使用，请换一个。');
});

test('a make-up comes after the session it stands for', async () => {
  const desk = await openDesk();
  const of = await openClassWith(desk, [sessionOn('2026-10-10')]);
  const [missed] = await desk.database.rows.sessions.toArray();
  const makeUpOn = (date: string) => ({
    classId: of.id,
    sessions: [sessionOn(date, { makesUpFor: missed!.id })],
  });
  expect((await refused(desk.execute(addSessions, makeUpOn('2026-10-09')))).code).toBe('makeUpNotAfter');
  await desk.execute(addSessions, makeUpOn('2026-10-11'));
});

test('nobody is enrolled over capacity or twice, and all of a list or none', async () => {
  const desk = await openDesk();
  const of = await openClassWith(desk, [], { capacity: 2 });
  const ids = await addLearners(desk, 3);
  expect((await refused(desk.execute(enrolLearners, { classId: of.id, learnerIds: ids }))).code).toBe(
    'classFull',
  );
  expect(await desk.database.rows.enrolments.count()).toBe(0);
  await desk.execute(enrolLearners, { classId: of.id, learnerIds: ids.slice(0, 1) });
  const again = desk.execute(enrolLearners, { classId: of.id, learnerIds: ids.slice(0, 1) });
  expect((await refused(again)).code).toBe('alreadyEnrolled');
  await desk.execute(withdrawLearner, { classId: of.id, learnerId: ids[0]! });
  expect(await desk.database.rows.enrolments.count()).toBe(0);
});

test('a session without marks can be moved, a class without learners removed', async () => {
  const desk = await openDesk();
  const of = await openClassWith(desk, [sessionOn('2026-10-10')]);
  const [session] = await desk.database.rows.sessions.toArray();
  await desk.execute(editSession, { id: session!.id, session: sessionOn('2026-10-12') });
  expect(await desk.database.rows.classes.get(of.id)).toMatchObject({ startDate: '2026-10-12' });
  await desk.execute(removeClass, { id: of.id });
  expect(await desk.database.rows.sessions.count()).toBe(0);
});
