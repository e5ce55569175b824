import { describe, expect, test } from 'vitest';
import { findHeader } from '../../../shared/exchange/roster/header.ts';
import { trainerSheet } from '../../../shared/exchange/trainers/columns.ts';
import { judgeTrainers } from '../../../shared/exchange/trainers/verdicts.ts';
import { trainerWorkbook } from '../../../shared/papers/people/trainer-sheet.ts';
import {
  addLearners,
  type Desk,
  openClassWith,
  openDesk,
  plantEnrolments,
  refused,
  sessionOn,
  setUp,
} from '../../../tests/support/desk.ts';
import { trainerDetailsOf } from '../../../tests/support/trainer.ts';
import { addSessions, editSession } from '../classes/session-commands.ts';
import { addFundEntry } from '../fees/fund-commands.ts';
import { editLearner, removeLearner } from '../learners/learner-commands.ts';
import { mergeLearners } from '../learners/merge-command.ts';
import { namedTrainers, openTrainer } from '../sealing/trainer-rows.ts';
import { appointTrainer, endAppointment } from './appointment-commands.ts';
import { rosterOf, trainerContacts, workOf } from './queries.ts';
import { addTrainer, editTrainer, importTrainers, removeTrainer } from './roster-commands.ts';
import { recordTrainerScore } from './score-commands.ts';

const today = '2026-11-24';

async function nameOf({ database }: Desk, id: string): Promise<string | undefined> {
  return (await namedTrainers(database)).find((trainer) => trainer.id === id)?.name;
}

describe('第23条: a trainer on the roster', () => {
  test('comes back as given; phone and account lie sealed, in the journal too', async () => {
    const desk = await openDesk();
    const id = await desk.execute(addTrainer, trainerDetailsOf('高教授'));
    const row = (await desk.database.rows.trainers.get(id))!;
    expect(openTrainer(desk.database.vault, row)).toEqual(trainerDetailsOf('高教授'));
    const text = JSON.stringify([row, await desk.database.rows.journal.toArray()]);
    expect([text.includes('6222021234567890123'), text.includes('13800001234')]).toEqual([false, false]);
    const account = row.bankAccount;
    await desk.execute(editTrainer, { id, details: trainerDetailsOf('高教授', { note: '改了' }) });
    expect((await desk.database.rows.trainers.get(id))?.bankAccount).toEqual(account);
  });

  test('a person is one record: of a learner, name and title stand in the learner’s', async () => {
    const desk = await openDesk();
    const [learnerId = '', otherId = ''] = await addLearners(desk, 2);
    const id = await desk.execute(addTrainer, trainerDetailsOf('', { person: null, learnerId }));
    expect(await nameOf(desk, id)).toBe('学员1');
    expect(
      (await refused(desk.execute(addTrainer, trainerDetailsOf('', { person: null, learnerId })))).code,
    ).toBe('trainerExists');
    expect((await refused(desk.execute(removeLearner, { id: learnerId }))).code).toBe('learnerIsTrainer');
    const learner = (await desk.database.rows.learners.get(learnerId))!;
    const { kind } = learner.document;
    const number = desk.database.vault.open(`learners/${learnerId}/document`, learner.document);
    await desk.execute(editLearner, {
      ...learner,
      name: '改名',
      document: { kind, number },
      employerName: '某大学',
      phone: '',
    });
    expect(await nameOf(desk, id)).toBe('改名');
    await desk.execute(mergeLearners, { keepId: otherId, duplicateId: learnerId });
    expect(await nameOf(desk, id)).toBe('学员2');
    const both = trainerDetailsOf('高教授', { learnerId: otherId });
    expect((await refused(desk.execute(addTrainer, both))).code).toBe('badInput');
  });

  test('is not there twice; a namesake of another employer may be; an import takes all or none', async () => {
    const desk = await openDesk();
    await desk.execute(addTrainer, trainerDetailsOf('高教授'));
    expect((await refused(desk.execute(addTrainer, trainerDetailsOf('高教授')))).code).toBe('trainerExists');
    const elsewhere = trainerDetailsOf('高教授');
    elsewhere.person!.employerName = '另一所大学';
    await desk.execute(addTrainer, elsewhere);
    const act = desk.execute(importTrainers, {
      trainers: [trainerDetailsOf('李老师'), trainerDetailsOf('高教授')],
    });
    expect((await refused(act)).code).toBe('trainerExists');
    const twice = desk.execute(importTrainers, {
      trainers: [trainerDetailsOf('李老师'), trainerDetailsOf('李老师')],
    });
    expect((await refused(twice)).code).toBe('trainerExists');
    expect(await desk.database.rows.trainers.count()).toBe(2);
  });
});

test('the roster that is exported is read back as it was', async () => {
  const desk = await openDesk();
  await desk.execute(
    addTrainer,
    trainerDetailsOf('高教授', { origin: 'outOfRegion', note: '每月第一周有空' }),
  );
  const contacts = trainerContacts(desk.database.vault, await rosterOf(desk.database, 2026, today));
  const { rows } = trainerWorkbook('示例基地', contacts);
  const cells = rows.map((row) => row.map((cell) => ({ text: String(cell) })));
  const sheet = { name: '师资名册', merges: [], rows: cells };
  const [verdict] = judgeTrainers(sheet, findHeader(sheet, trainerSheet)!, new Set());
  expect(verdict).toMatchObject({
    state: 'good',
    trainer: trainerDetailsOf('高教授', { origin: 'outOfRegion', note: '每月第一周有空' }),
  });
});

describe('a letter of appointment', () => {
  test('has the next number of the year, and is ended once', async () => {
    const desk = await openDesk();
    await setUp(desk);
    const trainerId = await desk.execute(addTrainer, trainerDetailsOf('高教授'));
    const about = { trainerId, position: '兼职教师', subjects: '测绘', from: today, until: '2028-12-31' };
    const first = await desk.execute(appointTrainer, about);
    expect(first).toMatchObject({ number: 'PSL01-2026-0001', trainerName: '高教授', issuedOn: today });
    expect((await desk.execute(appointTrainer, about)).number).toBe('PSL01-2026-0002');
    await desk.execute(endAppointment, { id: first.id, on: today, reason: '调离' });
    const again = desk.execute(endAppointment, { id: first.id, on: today, reason: '调离' });
    expect((await refused(again)).code).toBe('appointmentEnded');
    const backwards = desk.execute(appointTrainer, { ...about, until: '2026-01-01' });
    expect((await refused(backwards)).message).toContain('聘期结束不能早于开始');
  });

  test('is refused for who has left', async () => {
    const desk = await openDesk();
    await setUp(desk);
    const trainerId = await desk.execute(addTrainer, trainerDetailsOf('高教授', { leftOn: '2026-10-31' }));
    const about = { trainerId, position: '兼职教师', subjects: '', from: today, until: '2027-12-31' };
    expect((await refused(desk.execute(appointTrainer, about))).code).toBe('trainerNotServing');
  });
});

describe('what a trainer taught', () => {
  async function taught() {
    const desk = await openDesk();
    const trainerId = await desk.execute(addTrainer, trainerDetailsOf('高教授'));
    const of = await openClassWith(desk, [
      sessionOn('2026-10-10', { trainerName: '高教授' }),
      sessionOn('2026-10-17', { trainerName: '高教授、外请专家' }),
      sessionOn('2026-10-24', { trainerName: '别的教师' }),
    ]);
    await plantEnrolments(desk, of.id, await addLearners(desk, 2));
    return { desk, trainerId, of };
  }

  test('is counted from the timetable, and stays with him or her under another name', async () => {
    const { desk, trainerId, of } = await taught();
    const [line] = await rosterOf(desk.database, 2026, today);
    expect(line).toMatchObject({ hours: 8, sessions: 2 });
    await desk.execute(editTrainer, { id: trainerId, details: trainerDetailsOf('高院长') });
    await desk.execute(addTrainer, trainerDetailsOf('高教授'));
    const roster = await rosterOf(desk.database, 2026, today);
    expect(roster.map(({ trainer, hours }) => [trainer.name, hours])).toEqual([
      ['高教授', 0],
      ['高院长', 8],
    ]);
    await desk.execute(addSessions, {
      classId: of.id,
      sessions: [sessionOn('2026-11-07', { trainerName: '高院长' })],
    });
    expect((await workOf(desk.database, trainerId, today)).years).toEqual([
      { year: 2026, hours: 12, sessions: 3 },
    ]);
  });

  test('keeps him or her on the roster', async () => {
    const { desk, trainerId } = await taught();
    const { code, message } = await refused(desk.execute(removeTrainer, { id: trainerId }));
    expect([code, message.includes('课次')]).toEqual(['trainerInUse', true]);
    const other = await desk.execute(addTrainer, trainerDetailsOf('新教师'));
    await desk.execute(removeTrainer, { id: other });
  });

  test('is valued by those who were there, and paid as an expense of the class', async () => {
    const { desk, trainerId, of } = await taught();
    const score = { trainerId, classId: of.id, score: 92.5, answers: 2, date: today, note: '' };
    expect((await refused(desk.execute(recordTrainerScore, { ...score, answers: 3 }))).code).toBe(
      'scoreBeyondClass',
    );
    const stranger = await desk.execute(addTrainer, trainerDetailsOf('新教师'));
    const act = desk.execute(recordTrainerScore, { ...score, trainerId: stranger });
    expect((await refused(act)).code).toBe('trainerNotOfClass');
    await desk.execute(recordTrainerScore, score);
    await desk.execute(recordTrainerScore, { ...score, score: 90 });
    const fee = {
      classId: of.id,
      direction: 'spending' as const,
      date: today,
      source: 'government' as const,
      category: 'trainers' as const,
      amountFen: 800_00,
      party: '高教授',
      note: '',
      trainerId,
    };
    expect((await refused(desk.execute(addFundEntry, { ...fee, category: 'venue' }))).code).toBe('badInput');
    await desk.execute(addFundEntry, fee);
    const line = (await rosterOf(desk.database, 2026, today)).find(({ trainer }) => trainer.id === trainerId);
    expect(line).toMatchObject({ score: 90, paidFen: 800_00 });
  });

  test('a session says by id which of two namesakes teaches', async () => {
    const { desk, trainerId } = await taught();
    const other = trainerDetailsOf('高教授');
    other.person!.employerName = '另一所大学';
    const otherId = await desk.execute(addTrainer, other);
    const [session] = await desk.database.rows.sessions.where('date').equals('2026-10-10').toArray();
    const { id, classId: _, ...asTaught } = session!;
    expect(asTaught.trainerIds).toEqual({ 高教授: trainerId });
    await desk.execute(editSession, { id, session: { ...asTaught, trainerIds: { 高教授: otherId } } });
    const roster = await rosterOf(desk.database, 2026, today);
    expect(new Map(roster.map(({ trainer, hours }) => [trainer.id, hours]))).toEqual(
      new Map([
        [trainerId, 4],
        [otherId, 4],
      ]),
    );
  });
});
