import { expect, test } from 'vitest';
import { type Desk, openDesk, refused } from '../../../tests/support/desk.ts';
import { finishedClass } from '../../../tests/support/finished-class.ts';
import { recordResults } from '../assessments/result-commands.ts';
import { markAttendance } from '../attendance/mark-commands.ts';
import { changeSettings } from '../base/base-commands.ts';
import { editClass } from '../classes/class-commands.ts';
import { editLearner } from '../learners/learner-commands.ts';
import { openLearner } from '../sealing/learner-rows.ts';
import { issueCertificates, recordPrints, voidCertificate } from './certificate-commands.ts';

const numbers = async (desk: Desk) =>
  (await desk.database.rows.certificates.orderBy('number').toArray()).map(({ number }) => number);

test('numbers follow one another, whoever issues first, and a refusal leaves no gap', async () => {
  const desk = await openDesk();
  const { classId, learnerIds } = await finishedClass(desk, 6);
  const issues = learnerIds.map((id) => desk.execute(issueCertificates, { classId, learnerIds: [id] }));
  await Promise.all([
    ...issues,
    refused(desk.execute(issueCertificates, { classId, learnerIds: [classId] })),
  ]);
  expect(await numbers(desk)).toEqual([1, 2, 3, 4, 5, 6].map((serial) => `SL01-2026-00000${serial}`));
  expect((await desk.database.rows.counters.get('certificate:SL01-2026-#'))?.value).toBe(6);
});

test.each([
  ['attendance below the threshold', 3, 86, '出勤率 75% < 80%（3/4 次）'],
  ['a score below the pass mark', 4, 58, '成绩 58 < 60'],
  ['no result', 4, null, '没有考核结果'],
  ['both', 2, 10, '出勤率 50% < 80%（2/4 次）；成绩 10 < 60'],
])('with %s the command refuses', async (_, attended, score, reasons) => {
  const desk = await openDesk();
  const { classId, learnerIds } = await finishedClass(desk, 1, attended, score);
  expect(await refused(desk.execute(issueCertificates, { classId, learnerIds }))).toEqual({
    code: 'notEligible',
    message: `学员1 不能发证：${reasons}。`,
  });
  expect(await numbers(desk)).toEqual([]);
});

test('one who does not qualify stops the whole issue', async () => {
  const desk = await openDesk();
  const { classId, learnerIds } = await finishedClass(desk, 2);
  await desk.execute(recordResults, {
    classId,
    results: [{ learnerId: learnerIds[1]!, which: 'first', result: { kind: 'verdict', passed: false } }],
  });
  await refused(desk.execute(issueCertificates, { classId, learnerIds }));
  expect(await numbers(desk)).toEqual([]);
});

test('a passed make-up counts, and the first result stays beside it', async () => {
  const desk = await openDesk();
  const { classId, learnerIds } = await finishedClass(desk, 1, 4, 40);
  const makeUp = (score: number) => ({
    classId,
    results: [
      { learnerId: learnerIds[0]!, which: 'makeUp' as const, result: { kind: 'score' as const, score } },
    ],
  });
  await desk.execute(recordResults, makeUp(61));
  expect((await desk.database.rows.assessments.get(classId))?.results[learnerIds[0]!]).toMatchObject({
    first: { result: { score: 40 } },
    makeUp: { result: { score: 61 } },
  });
  const [certificate] = await desk.execute(issueCertificates, { classId, learnerIds });
  expect(certificate?.snapshot.result).toBe('61 分（合格）');
});

test('a make-up needs a failed first result', async () => {
  const desk = await openDesk();
  const { classId, learnerIds } = await finishedClass(desk, 1, 4, 86);
  const results = [
    {
      learnerId: learnerIds[0]!,
      which: 'makeUp' as const,
      result: { kind: 'verdict' as const, passed: true },
    },
  ];
  expect((await refused(desk.execute(recordResults, { classId, results }))).code).toBe('makeUpAfterPass');
});

test('a certificate is a frozen snapshot: nothing that changes later changes it', async () => {
  const desk = await openDesk();
  const { classId, learnerIds } = await finishedClass(desk, 1);
  const [issued] = await desk.execute(issueCertificates, { classId, learnerIds });
  const before = await desk.database.rows.learners.get(learnerIds[0]!);
  const {
    id,
    number: _,
    formerDocuments: _f,
    employerId: _e,
    ...details
  } = openLearner(desk.database.vault, before!);
  await desk.execute(editLearner, { ...details, id, name: '改名', employerName: '新单位' });
  const of = await desk.database.rows.classes.get(classId);
  const { startDate: _s, endDate: _d, ...classDetails } = of!;
  await desk.execute(editClass, { ...classDetails, title: '改了名的班' });
  const base = await desk.database.rows.base.get('base');
  await desk.execute(changeSettings, { ...base!.settings, maskDocumentNumber: false });
  expect((await desk.database.rows.certificates.get(issued!.id))?.snapshot).toEqual(issued!.snapshot);
  expect(issued!.snapshot).toMatchObject({ learnerName: '学员1', professionalHours: 16, generalHours: 0 });
});

test('behind a certificate in force attendance and results stay as they are, until it is void', async () => {
  const desk = await openDesk();
  const { classId, learnerIds, sessions } = await finishedClass(desk, 1);
  const [issued] = await desk.execute(issueCertificates, { classId, learnerIds });
  const mark = {
    sessionId: sessions[0]!.id,
    marks: [{ learnerId: learnerIds[0]!, status: 'absent' as const }],
  };
  expect((await refused(desk.execute(markAttendance, mark))).code).toBe('certificateInForce');
  expect((await refused(desk.execute(issueCertificates, { classId, learnerIds }))).message).toContain(
    '已发证书 SL01-2026-000001',
  );
  await desk.execute(voidCertificate, { id: issued!.id, reason: '姓名有误' });
  const [again] = await desk.execute(issueCertificates, { classId, learnerIds });
  expect(again?.number).toBe('SL01-2026-000002');
});

test('characters that the fonts lack stop the issue with the name and the character', async () => {
  const desk = await openDesk();
  const { classId, learnerIds } = await finishedClass(desk, 2);
  desk.lackedCharacters = '2';
  expect((await refused(desk.execute(issueCertificates, { classId, learnerIds }))).code).toBe(
    'missingCharacters',
  );
  expect(await numbers(desk)).toEqual([]);
});

test('the print log counts who printed when', async () => {
  const desk = await openDesk();
  const { classId, learnerIds } = await finishedClass(desk, 1);
  const [issued] = await desk.execute(issueCertificates, { classId, learnerIds });
  desk.actor = { name: '小李', roles: ['frontDesk'] };
  await desk.execute(recordPrints, { certificateIds: [issued!.id] });
  expect((await desk.database.rows.certificates.get(issued!.id))?.prints).toEqual([
    { at: '2026-11-24T04:00:00.000Z', by: '小李', blank: null },
  ]);
});
