import { expect, test } from 'vitest';
import {
  addLearners,
  type Desk,
  openClassWith,
  openDesk,
  plantEnrolments,
  refused,
  sessionOn,
} from '../../../tests/support/desk.ts';
import { enrolLearners } from '../classes/enrolment-commands.ts';
import { removeSession } from '../classes/session-commands.ts';
import { markAttendance } from './mark-commands.ts';
import { matchWalkIn, recordWalkIn } from './walk-in-commands.ts';

async function classOn(desk: Desk, dates: string[], learnerIds: string[], number = '2026-01') {
  const of = await openClassWith(
    desk,
    dates.map((date) => sessionOn(date)),
    { number },
  );
  if (learnerIds.length > 0) await desk.execute(enrolLearners, { classId: of.id, learnerIds });
  const sessions = await desk.database.rows.sessions.where('classId').equals(of.id).sortBy('date');
  return { classId: of.id, sessionIds: sessions.map(({ id }) => id) };
}

const present = (sessionId: string, ...learnerIds: string[]) => ({
  sessionId,
  marks: learnerIds.map((learnerId) => ({ learnerId, status: 'present' as const })),
});

test('a mark says who made it and when', async () => {
  const desk = await openDesk();
  const [id] = await addLearners(desk, 1);
  const { sessionIds } = await classOn(desk, ['2026-11-24'], [id!]);
  desk.actor = { name: '高教授', roles: ['teacher'] };
  await desk.execute(markAttendance, present(sessionIds[0]!, id!));
  expect((await desk.database.rows.attendance.get(sessionIds[0]!))?.marks[id!]).toEqual({
    status: 'present',
    at: '2026-11-24T04:00:00.000Z',
    by: '高教授',
    note: '',
  });
});

test('a future session can not be marked; today’s can, by the clock of Asia/Shanghai', async () => {
  const desk = await openDesk();
  const [id] = await addLearners(desk, 1);
  const { sessionIds } = await classOn(desk, ['2026-11-25'], [id!]);
  desk.now = Date.parse('2026-11-24T23:59:59+08:00');
  expect((await refused(desk.execute(markAttendance, present(sessionIds[0]!, id!)))).code).toBe(
    'sessionInFuture',
  );
  desk.now = Date.parse('2026-11-25T00:00:00+08:00');
  await desk.execute(markAttendance, present(sessionIds[0]!, id!));
});

test('nobody is present in two sessions at the same time, over all classes', async () => {
  const desk = await openDesk();
  const ids = await addLearners(desk, 2);
  const one = await classOn(desk, ['2026-11-20'], ids, '2026-01');
  const other = await classOn(desk, ['2026-11-20'], [], '2026-02');
  await plantEnrolments(desk, other.classId, ids);
  await desk.execute(markAttendance, present(one.sessionIds[0]!, ids[1]!));
  const both = desk.execute(markAttendance, present(other.sessionIds[0]!, ...ids));
  expect(await refused(both)).toMatchObject({
    code: 'presentElsewhere',
    message: expect.stringContaining('学员2'),
  });
  expect(await desk.database.rows.attendance.get(other.sessionIds[0]!)).toBeUndefined();
  await desk.execute(markAttendance, {
    sessionId: other.sessionIds[0]!,
    marks: [{ learnerId: ids[1]!, status: 'absent' }],
  });
});

test('a stranger can not be marked; someone enrolled late only from the session joined', async () => {
  const desk = await openDesk();
  const [first, late] = await addLearners(desk, 2);
  const { classId, sessionIds } = await classOn(desk, ['2026-11-10', '2026-11-17'], [first!]);
  await desk.execute(markAttendance, present(sessionIds[0]!, first!));
  expect((await refused(desk.execute(markAttendance, present(sessionIds[0]!, late!)))).code).toBe(
    'notEnrolled',
  );
  await desk.execute(enrolLearners, { classId, learnerIds: [late!] });
  expect((await refused(desk.execute(markAttendance, present(sessionIds[0]!, late!)))).code).toBe(
    'beforeJoining',
  );
  await desk.execute(markAttendance, present(sessionIds[1]!, late!));
});

test('a walk-in, once matched, is present and joins from that session', async () => {
  const desk = await openDesk();
  const [first, guest] = await addLearners(desk, 2);
  const { sessionIds } = await classOn(desk, ['2026-11-10', '2026-11-17'], [first!]);
  const sessionId = sessionIds[1]!;
  const walkInId = await desk.execute(recordWalkIn, { sessionId, name: '学员 2', note: '电话 139' });
  desk.now += 86_400_000;
  await desk.execute(matchWalkIn, { sessionId, walkInId, learnerId: guest! });
  const [enrolment] = await desk.database.rows.enrolments.where('learnerId').equals(guest!).toArray();
  expect(enrolment).toMatchObject({ joinedSessionId: sessionId });
  const attendance = await desk.database.rows.attendance.get(sessionId);
  expect(attendance?.marks[guest!]).toMatchObject({ status: 'present', at: '2026-11-24T04:00:00.000Z' });
  expect(attendance?.walkIns[walkInId]).toMatchObject({ learnerId: guest });
});

test('a mark taken back is gone; a session with marks stays', async () => {
  const desk = await openDesk();
  const [id] = await addLearners(desk, 1);
  const { sessionIds } = await classOn(desk, ['2026-11-20'], [id!]);
  await desk.execute(markAttendance, present(sessionIds[0]!, id!));
  expect((await refused(desk.execute(removeSession, { id: sessionIds[0]! }))).code).toBe('sessionHasMarks');
  await desk.execute(markAttendance, {
    sessionId: sessionIds[0]!,
    marks: [{ learnerId: id!, status: null }],
  });
  await desk.execute(removeSession, { id: sessionIds[0]! });
});

test('“everybody else is here” keeps the marks there are, and says what it changed', async () => {
  const desk = await openDesk();
  const [first, second] = await addLearners(desk, 2);
  const { sessionIds } = await classOn(desk, ['2026-11-20'], [first!, second!]);
  const sessionId = sessionIds[0]!;
  const absent = { sessionId, marks: [{ learnerId: first!, status: 'absent' as const }] };
  const rest = { ...present(sessionId, first!, second!), keepMarked: true };
  // Sent together, as quick keys do: the second was decided on before the first was written.
  const [, changed] = await Promise.all([
    desk.execute(markAttendance, absent),
    desk.execute(markAttendance, rest),
  ]);
  expect(changed).toEqual([{ learnerId: second, status: null, note: '' }]);
  const attendance = await desk.database.rows.attendance.get(sessionId);
  expect(attendance?.marks[first!]?.status).toBe('absent');
  expect(attendance?.marks[second!]?.status).toBe('present');
});
