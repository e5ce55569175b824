import { expect, test } from 'vitest';
import { type Desk, openDesk, refused, setUp } from '../../../tests/support/desk.ts';
import { charge, deskWithFees } from '../../../tests/support/fees.ts';
import { finishedClass } from '../../../tests/support/finished-class.ts';
import { issueCertificates, voidCertificate } from '../certificates/commands.ts';
import { closeClass } from '../closing/commands.ts';
import { addFacility } from '../facilities/commands.ts';
import { recordDuty, removeDutyRecord } from './commands.ts';
import { countIssued, readFacts } from './facts.ts';

const today = '2026-11-24';

async function factsOf({ database }: Desk, year = 2026) {
  const read = await readFacts(database, year, today);
  if (!read) throw new Error('no base was set up');
  return read;
}

test('nothing is asked of a base that is not set up', async () => {
  const desk = await openDesk();
  expect(await readFacts(desk.database, 2026, today)).toBeNull();
});

test('evidence of a duty is on record for its year, with who put it there, until it is taken off', async () => {
  const desk = await openDesk();
  await setUp(desk);
  const id = await desk.execute(recordDuty, {
    duty: 'plan',
    year: 2026,
    evidence: '3 月 1 日报厅里批准',
    date: '2026-03-01',
    proof: null,
  });
  expect((await factsOf(desk)).facts.records).toMatchObject([
    { id, evidence: '3 月 1 日报厅里批准', by: '周老师' },
  ]);
  expect((await factsOf(desk, 2025)).facts.records).toEqual([]);
  await desk.execute(removeDutyRecord, { id });
  expect((await factsOf(desk)).facts.records).toEqual([]);
  expect((await refused(desk.execute(removeDutyRecord, { id }))).code).toBe('notFound');
});

test('evidence that says nothing is refused', async () => {
  const desk = await openDesk();
  const act = desk.execute(recordDuty, {
    duty: 'plan',
    year: 2026,
    evidence: '有',
    date: '2026-03-01',
    proof: null,
  });
  expect((await refused(act)).message).toContain('请写明依据');
});

test('a class that is over is counted as waiting, overdue or closed', async () => {
  const desk = await openDesk();
  const { classId } = await finishedClass(desk, 1);
  const { filingDeadlineDays } = (await factsOf(desk)).facts;
  const counted = async (on: string) => (await readFacts(desk.database, 2026, on))?.facts.classes;
  // Its last session was on 2026-10-31.
  expect(await counted('2026-10-31')).toEqual({ closed: 0, waiting: 1, overdue: 0 });
  const late = new Date(Date.parse('2026-10-31') + (filingDeadlineDays + 1) * 86_400_000);
  expect(await counted(late.toISOString().slice(0, 10))).toEqual({ closed: 0, waiting: 0, overdue: 1 });
  await desk.execute(closeClass, { classId });
  expect((await factsOf(desk)).facts).toMatchObject({
    classes: { closed: 1, waiting: 0, overdue: 0 },
    filed: 0,
    sessions: { taught: 4, withoutTrainer: 4 },
  });
});

test('certificates are counted by state in the year they were issued', async () => {
  const desk = await openDesk();
  const { classId, learnerIds } = await finishedClass(desk, 3);
  const issued = await desk.execute(issueCertificates, { classId, learnerIds, desk: null });
  await desk.execute(voidCertificate, { id: issued[0]?.id ?? '', reason: '发错了人' });
  expect(await countIssued(desk.database, 2026)).toEqual({ valid: 2, voided: 1 });
  expect(await countIssued(desk.database, 2025)).toEqual({ valid: 0, voided: 0 });
});

test('the notice in force and what is charged without one are told apart', async () => {
  const { desk, classId, learnerIds } = await deskWithFees();
  await charge(desk, classId, learnerIds);
  expect((await factsOf(desk)).facts).toMatchObject({
    disclosure: {
      notice: { version: 1, publishedOn: '2026-11-01', place: '基地公告栏' },
      undisclosed: 0,
    },
    authority: { classes: 0, chargedFen: 0 },
  });
  expect((await factsOf(desk, 2025)).facts.disclosure.notice).toBeNull();
});

test('facilities count while they serve, and say how many are without a proof', async () => {
  const desk = await openDesk();
  await setUp(desk);
  const rule = { kind: 'rule', documentNumber: '', note: '', proof: null } as const;
  await desk.execute(addFacility, { ...rule, name: '考勤制度', endedOn: null });
  await desk.execute(addFacility, { ...rule, name: '旧的考勤制度', endedOn: '2026-01-31' });
  expect((await factsOf(desk)).facts.facilities.rules).toEqual({ inUse: 1, unproven: 1 });
});
