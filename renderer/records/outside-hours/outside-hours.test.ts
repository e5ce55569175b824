import { expect, test } from 'vitest';
import { yearKey } from '../../../shared/domain/teaching/ledger.ts';
import {
  addLearners,
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
import { removeLearner } from '../learners/learner-commands.ts';
import { mergeLearners } from '../learners/merge-command.ts';
import {
  addOutsideEntry,
  editOutsideEntry,
  importOutsideEntries,
  type OutsideEntryInput,
  removeOutsideEntry,
} from './outside-entry-commands.ts';

const proof = { hash: 'b'.repeat(64), bytes: 10, type: 'application/pdf' as const };

function lectureOf(learnerId: string, about: Partial<OutsideEntryInput> = {}): OutsideEntryInput {
  return {
    learnerId,
    kind: 'professional',
    way: 7,
    title: '草原生态学术年会',
    issuer: '示例市科协',
    issuerKind: 'other',
    certificateNumber: 'KX-018',
    date: '2026-06-18',
    hours: 8,
    proof,
    ...about,
  };
}

async function twoLearners() {
  const desk = await openDesk();
  await setUp(desk);
  const [one = '', other = ''] = await addLearners(desk, 2);
  const hours = async (learnerId: string) =>
    (await desk.database.rows.learnerYears.get(yearKey(2026, learnerId)))?.professional ?? 0;
  return { desk, one, other, hours };
}

test('hours earned elsewhere count in their year once they are proven, and go when they are removed', async () => {
  const { desk, one, hours } = await twoLearners();
  const entry = await desk.execute(addOutsideEntry, lectureOf(one, { proof: null }));
  expect(await hours(one)).toBe(0);
  await desk.execute(editOutsideEntry, { ...lectureOf(one), id: entry.id });
  expect(await hours(one)).toBe(8);
  await desk.execute(removeOutsideEntry, { id: entry.id });
  expect([await hours(one), await desk.database.rows.ledger.count()]).toEqual([0, 0]);
  await desk.execute(undoEntry, { sequence: await desk.database.rows.journal.count() });
  expect(await hours(one)).toBe(8);
});

test('what the measures do not allow, or somebody has registered, is refused by the command', async () => {
  const { desk, one, other } = await twoLearners();
  await desk.execute(addOutsideEntry, lectureOf(one));
  const general = { kind: 'general' as const, way: null, certificateNumber: '9' };
  const cases: [Partial<OutsideEntryInput>, string][] = [
    [{ way: null }, '专业科目学时要写明第12条的哪一种方式'],
    [general, '公需科目学时只认其他基地或公共服务平台的证明'],
    [{ date: '2026-12-01' }, '完成日期还没有到'],
    [{ certificateNumber: 'kx018' }, '证明 KX-018（示例市科协）已经登记过'],
    [{ learnerId: other }, '证明 KX-018（示例市科协）已登记给 学员1'],
  ];
  for (const [about, why] of cases) {
    expect((await refused(desk.execute(addOutsideEntry, lectureOf(one, about)))).message).toContain(why);
  }
  expect(await desk.database.rows.outsideEntries.count()).toBe(1);
});

test('the base’s own certificate is no outside hours: its class has counted already', async () => {
  const { desk, one } = await twoLearners();
  const of = await openClassWith(desk, [sessionOn('2026-10-10')]);
  await desk.execute(enrolLearners, { classId: of.id, learnerIds: [one] });
  const [session] = await desk.database.rows.sessions.toArray();
  await desk.execute(markAttendance, {
    sessionId: session!.id,
    marks: [{ learnerId: one, status: 'present' }],
  });
  const result = { kind: 'verdict' as const, passed: true };
  await desk.execute(recordResults, {
    classId: of.id,
    results: [{ learnerId: one, which: 'first', result }],
  });
  const [certificate] = await desk.execute(issueCertificates, { classId: of.id, learnerIds: [one] });
  const entry = lectureOf(one, { certificateNumber: certificate!.number });
  expect((await refused(desk.execute(addOutsideEntry, entry))).code).toBe('ownCertificate');
});

test('a sheet is taken whole or not at all', async () => {
  const { desk, one, other, hours } = await twoLearners();
  const rows = [one, other].map((learnerId, index) => ({
    row: index + 2,
    entry: lectureOf(learnerId, { certificateNumber: '' }),
  }));
  const twice = [...rows, { row: 4, entry: lectureOf(one, { certificateNumber: '' }) }];
  expect((await refused(desk.execute(importOutsideEntries, { rows: twice }))).code).toBe(
    'outsideEntryDuplicate',
  );
  expect(await desk.database.rows.outsideEntries.count()).toBe(0);
  expect(await desk.execute(importOutsideEntries, { rows })).toBe(2);
  expect([await hours(one), await hours(other)]).toEqual([8, 8]);
});

test('nobody with proven hours is removed; merged, the hours move, unless both registered the same', async () => {
  const { desk, one, other, hours } = await twoLearners();
  await desk.execute(addOutsideEntry, lectureOf(one, { certificateNumber: '' }));
  const second = await desk.execute(addOutsideEntry, lectureOf(other, { certificateNumber: '' }));
  expect((await refused(desk.execute(removeLearner, { id: other }))).code).toBe('learnerHasHours');
  const merge = () => desk.execute(mergeLearners, { keepId: one, duplicateId: other });
  expect((await refused(merge())).message).toContain('请先删除其中一条');
  await desk.execute(editOutsideEntry, {
    ...lectureOf(other, {
      certificateNumber: '',
      title: '草原调查',
      way: 3,
      proof: { ...proof, hash: 'c'.repeat(64) },
    }),
    id: second.id,
  });
  await merge();
  expect([await hours(one), await hours(other)]).toEqual([16, 0]);
});
