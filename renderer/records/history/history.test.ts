import { expect, test } from 'vitest';
import {
  addLearners,
  type Desk,
  learnerNamed,
  openClassWith,
  openDesk,
  refused,
  sessionOn,
  setUp,
} from '../../../tests/support/desk.ts';
import { recordResults } from '../assessments/result-commands.ts';
import { markAttendance } from '../attendance/mark-commands.ts';
import { issueCertificates } from '../certificates/certificate-commands.ts';
import { enrolLearners } from '../classes/enrolment-commands.ts';
import { undoEntry } from '../history/undo-command.ts';
import { addLearner, editLearner, removeLearner } from '../learners/learner-commands.ts';
import { changeLines } from './changes.ts';
import { everything, findEntries, recordsNamed } from './queries.ts';
import { learnersNamedIn } from './record-names.ts';

async function lastSequence(desk: Desk): Promise<number> {
  return desk.database.rows.journal.count();
}

async function classWithOneSession(desk: Desk) {
  await setUp(desk);
  const of = await openClassWith(desk, [sessionOn('2026-11-20')]);
  const [learnerId = ''] = await addLearners(desk, 1);
  await desk.execute(enrolLearners, { classId: of.id, learnerIds: [learnerId] });
  const [session] = await desk.database.rows.sessions.where('classId').equals(of.id).toArray();
  return { of, learnerId, session: session! };
}

test('a mark taken back is as it was before, and the history says who took it back', async () => {
  const desk = await openDesk();
  const { learnerId, session } = await classWithOneSession(desk);
  const mark = (status: 'present' | 'absent') =>
    desk.execute(markAttendance, { sessionId: session.id, marks: [{ learnerId, status }] });
  await mark('present');
  await mark('absent');
  await desk.execute(undoEntry, { sequence: await lastSequence(desk) });
  expect((await desk.database.rows.attendance.get(session.id))?.marks[learnerId]?.status).toBe('present');
  const [latest] = await findEntries(desk.database, everything, 1);
  expect(latest).toMatchObject({ command: 'undoEntry', event: 'entryUndone', actor: { name: '周老师' } });
});

test('what has changed again since is not undone', async () => {
  const desk = await openDesk();
  const stated = learnerNamed('张三', 1);
  const { id } = await desk.execute(addLearner, stated);
  await desk.execute(editLearner, { ...stated, id, title: '高级工程师' });
  const first = await lastSequence(desk);
  await desk.execute(editLearner, { ...stated, id, title: '正高级工程师' });
  expect((await refused(desk.execute(undoEntry, { sequence: first }))).code).toBe('changedSince');
  await desk.execute(undoEntry, { sequence: await lastSequence(desk) });
  await desk.execute(undoEntry, { sequence: first });
  expect(await desk.database.rows.learners.get(id)).toMatchObject({ title: '工程师' });
});

test('a learner who was removed comes back, unless somebody else holds the document by now', async () => {
  const desk = await openDesk();
  const row = await desk.execute(addLearner, learnerNamed('张三', 1));
  await desk.execute(removeLearner, { id: row.id });
  const removal = await lastSequence(desk);
  const other = await desk.execute(addLearner, learnerNamed('李四', 1));
  expect((await refused(desk.execute(undoEntry, { sequence: removal }))).code).toBe('learnerExists');
  await desk.execute(removeLearner, { id: other.id });
  await desk.execute(undoEntry, { sequence: removal });
  expect(await desk.database.rows.learners.get(row.id)).toEqual(row);
});

test('behind a certificate in force marks and results can’t be undone either', async () => {
  const desk = await openDesk();
  const { of, learnerId, session } = await classWithOneSession(desk);
  await desk.execute(markAttendance, { sessionId: session.id, marks: [{ learnerId, status: 'present' }] });
  const marked = await lastSequence(desk);
  const result = { learnerId, which: 'first' as const, result: { kind: 'score' as const, score: 80 } };
  await desk.execute(recordResults, { classId: of.id, results: [result] });
  const assessed = await lastSequence(desk);
  await desk.execute(issueCertificates, { classId: of.id, learnerIds: [learnerId] });
  for (const sequence of [marked, assessed]) {
    expect((await refused(desk.execute(undoEntry, { sequence }))).code).toBe('certificateInForce');
  }
  expect((await refused(desk.execute(undoEntry, { sequence: await lastSequence(desk) }))).code).toBe(
    'notUndoable',
  );
});

test('only an administrator undoes, and an entry that is not there is said', async () => {
  const desk = await openDesk();
  expect((await refused(desk.execute(undoEntry, { sequence: 7 }))).code).toBe('notFound');
  desk.actor = { name: '高老师', roles: ['teacher'] };
  expect((await refused(desk.execute(undoEntry, { sequence: 1 }))).code).toBe('notAllowed');
});

test('the history is found by person, command, day and record, the latest first', async () => {
  const desk = await openDesk();
  const { learnerId, session } = await classWithOneSession(desk);
  desk.actor = { name: '高老师', roles: ['teacher'] };
  desk.now += 86_400_000;
  await desk.execute(markAttendance, { sessionId: session.id, marks: [{ learnerId, status: 'late' }] });
  const found = async (filter: Partial<typeof everything>) =>
    (await findEntries(desk.database, { ...everything, ...filter }, 100)).map(({ command }) => command);
  expect(await found({ who: '高老师' })).toEqual(['markAttendance']);
  expect(await found({ command: 'addLearner' })).toEqual(['addLearner']);
  expect(await found({ from: '2026-11-25', to: '2026-11-25' })).toEqual(['markAttendance']);
  expect((await found({ to: '2026-11-24' })).length).toBe((await lastSequence(desk)) - 1);
  expect(await found({ records: await recordsNamed(desk.database, '学员1') })).toEqual(['addLearner']);
  expect(await found({ records: await recordsNamed(desk.database, '知识更新培训班') })).toContain(
    'markAttendance',
  );
});

test('the first mark of a session, which makes its row, reads as whose mark it is', async () => {
  const desk = await openDesk();
  const { learnerId, session } = await classWithOneSession(desk);
  await desk.execute(markAttendance, { sessionId: session.id, marks: [{ learnerId, status: 'late' }] });
  const [entry] = await findEntries(desk.database, everything, 1);
  const names = await learnersNamedIn(desk.database, entry!.changes);
  const lines = entry!.changes.flatMap((change) => changeLines(change, (id) => names.get(id)));
  expect(lines).toEqual([{ field: '学员1', before: '', after: '出勤 迟' }]);
});

test('a change reads as fields with before and after; numbers stay masked', async () => {
  const desk = await openDesk();
  const stated = { ...learnerNamed('张三', 1), phone: '13812345678' };
  const { id } = await desk.execute(addLearner, stated);
  await desk.execute(editLearner, { ...stated, id, title: '高级工程师', phone: '13912345679' });
  const [entry] = await findEntries(desk.database, everything, 1);
  const lines = entry!.changes.flatMap((change) => changeLines(change, () => undefined));
  expect(lines).toContainEqual({ field: '职称', before: '工程师', after: '高级工程师' });
  expect(JSON.stringify(lines)).not.toMatch(/1[38]\d{9}/);
  expect(lines.some(({ field, after }) => field === '联系电话' && after === '****5679')).toBe(true);
});
