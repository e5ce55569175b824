import { describe, expect, test } from 'vitest';
import type { AttendanceStatus } from '../../../shared/domain/teaching/attendance.ts';
import type { ClassFile } from '../../../shared/exchange/handover/class-file.ts';
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
import { recordWalkIn } from '../attendance/walk-in-commands.ts';
import { changeBaseProfile } from '../base/base-commands.ts';
import { issueCertificates } from '../certificates/certificate-commands.ts';
import { enrolLearners, withdrawLearner } from '../classes/enrolment-commands.ts';
import { closeClass } from '../closing/closing-commands.ts';
import { editLearner } from '../learners/learner-commands.ts';
import { classFileOf, marksFileOf } from './class-file.ts';
import { handOverClass } from './hand-over-commands.ts';
import { decideMark, takeBackMarks } from './merge-commands.ts';
import { receiveClass } from './receive-command.ts';
import { openDisputes } from './rows.ts';

interface GivenClass {
  desk: Desk;
  classId: string;
  sessionIds: string[];
  learnerIds: string[];
  file: ClassFile;
}

/** A class of two sessions and three people, handed over once. */
async function given(): Promise<GivenClass> {
  const desk = await openDesk();
  await setUp(desk);
  const of = await openClassWith(desk, [sessionOn('2026-11-07'), sessionOn('2026-11-14')]);
  const learnerIds = await addLearners(desk, 3);
  await desk.execute(enrolLearners, { classId: of.id, learnerIds });
  const sessions = await desk.database.rows.sessions.where('classId').equals(of.id).sortBy('date');
  const file = await handOver(desk, of.id);
  return { desk, classId: of.id, sessionIds: sessions.map(({ id }) => id), learnerIds, file };
}

async function handOver(desk: Desk, classId: string): Promise<ClassFile> {
  const file = await classFileOf(desk.database, classId, desk.actor.name, new Date(desk.now).toISOString());
  await desk.execute(handOverClass, { id: file.handoverId, classId, with: '王老师', key: file.key });
  return file;
}

/** A machine in the classroom that has received a class. */
async function laptop(content: ClassFile, teacher = '王老师'): Promise<Desk> {
  const desk = await openDesk();
  desk.actor = { name: teacher, roles: ['administrator'] };
  await desk.execute(receiveClass, { fileName: '班级.jidi-class', content });
  return desk;
}

async function marks(desk: Desk, sessionId: string, learnerId: string, status: AttendanceStatus | null) {
  await desk.execute(markAttendance, { sessionId, marks: [{ learnerId, status }] });
}

async function returnedFrom(desk: Desk, classId: string) {
  const [handover] = await desk.database.rows.handovers.where('classId').equals(classId).toArray();
  const machine = handover!.machine!;
  return marksFileOf(desk.database, { ...handover!, machine }, desk.actor.name, '2026-11-24T05:00:00.000Z');
}

async function takeBack(desk: Desk, from: Desk, classId: string) {
  const content = await returnedFrom(from, classId);
  return desk.execute(takeBackMarks, { fileName: '点名.jidi-marks', content });
}

async function statuses({ database }: Desk, sessionId: string) {
  const row = await database.rows.attendance.get(sessionId);
  return Object.fromEntries(Object.entries(row?.marks ?? {}).map(([id, { status }]) => [id, status]));
}

describe('a class is marked on another machine, and its marks come back', () => {
  test('with who made them and when; the same file again changes nothing', async () => {
    const { desk, classId, sessionIds, learnerIds, file } = await given();
    const room = await laptop(file);
    room.now += 60_000;
    await marks(room, sessionIds[0]!, learnerIds[0]!, 'present');
    await marks(room, sessionIds[0]!, learnerIds[1]!, 'absent');
    await marks(room, sessionIds[0]!, learnerIds[1]!, 'late');
    await room.execute(recordWalkIn, { sessionId: sessionIds[0]!, name: '陈一', note: '13800000000' });
    await takeBack(desk, room, classId);
    expect(await statuses(desk, sessionIds[0]!)).toEqual({
      [learnerIds[0]!]: 'present',
      [learnerIds[1]!]: 'late',
    });
    const row = await desk.database.rows.attendance.get(sessionIds[0]!);
    expect(row!.marks[learnerIds[0]!]).toMatchObject({ by: '王老师', at: new Date(room.now).toISOString() });
    expect(Object.values(row!.walkIns).map(({ name }) => name)).toEqual(['陈一']);
    const entries = await desk.database.rows.journal.count();
    const again = await takeBack(desk, room, classId);
    expect(again.sessions).toEqual([]);
    expect(await desk.database.rows.journal.count()).toBe(entries);
  });

  test('what was marked before it was handed over is not claimed by the machine that received it', async () => {
    const { desk, classId, sessionIds, learnerIds } = await given();
    await marks(desk, sessionIds[0]!, learnerIds[0]!, 'leave');
    const room = await laptop(await handOver(desk, classId));
    expect(await statuses(room, sessionIds[0]!)).toEqual({ [learnerIds[0]!]: 'leave' });
    await marks(desk, sessionIds[0]!, learnerIds[0]!, 'present');
    await marks(room, sessionIds[1]!, learnerIds[0]!, 'present');
    await takeBack(desk, room, classId);
    expect(await openDisputes(desk.database, classId)).toEqual([]);
    expect(await statuses(desk, sessionIds[0]!)).toEqual({ [learnerIds[0]!]: 'present' });
  });

  test('two machines that differ are shown side by side, keep the class open, and rest once decided', async () => {
    const { desk, classId, sessionIds, learnerIds, file } = await given();
    const [sessionId, learnerId] = [sessionIds[0]!, learnerIds[0]!];
    const [one, other] = [await laptop(file), await laptop(file, '高老师')];
    await marks(desk, sessionId, learnerId, 'present');
    await marks(one, sessionId, learnerId, 'absent');
    await marks(other, sessionId, learnerId, 'present');
    await takeBack(desk, one, classId);
    await takeBack(desk, other, classId);
    expect(await statuses(desk, sessionId)).toEqual({ [learnerId]: 'present' });
    const [dispute, ...rest] = await openDisputes(desk.database, classId);
    expect(rest).toEqual([]);
    expect(dispute).toMatchObject({ sessionId, learnerId, mark: { by: '周老师' } });
    expect(dispute!.disputing.map(({ mark }) => mark?.by)).toEqual(['王老师']);
    for (const id of learnerIds.slice(1)) await marks(desk, sessionId, id, 'present');
    for (const id of learnerIds) await marks(desk, sessionIds[1]!, id, 'present');
    const results = learnerIds.map((id) => ({
      learnerId: id,
      which: 'first' as const,
      result: { kind: 'score' as const, score: 86 },
    }));
    await desk.execute(recordResults, { classId, results });
    expect((await refused(desk.execute(closeClass, { classId }))).code).toBe('marksDisputed');
    await desk.execute(decideMark, { decisions: [{ sessionId, learnerId, status: 'absent' }] });
    expect(await openDisputes(desk.database, classId)).toEqual([]);
    expect(await statuses(desk, sessionId)).toMatchObject({ [learnerId]: 'absent' });
    await takeBack(desk, one, classId);
    await takeBack(desk, other, classId);
    expect(await openDisputes(desk.database, classId)).toEqual([]);
    await desk.execute(closeClass, { classId });
    const again = { decisions: [{ sessionId, learnerId, status: 'present' as const }] };
    expect((await refused(desk.execute(decideMark, again))).code).toBe('notFound');
  });

  test('whatever order files come in, the same is on record', async () => {
    const { desk, classId, sessionIds, learnerIds, file } = await given();
    const [one, other] = [await laptop(file), await laptop(file, '高老师')];
    one.now += 1000;
    for (const [index, status] of (['present', 'absent', 'late'] as const).entries()) {
      await marks(one, sessionIds[0]!, learnerIds[index]!, status);
      await marks(other, sessionIds[0]!, learnerIds[index]!, 'present');
    }
    const first = await returnedFrom(one, classId);
    const second = await returnedFrom(other, classId);
    await marks(one, sessionIds[0]!, learnerIds[2]!, null);
    const later = await returnedFrom(one, classId);
    const outcomes = [];
    for (const order of [
      [first, second, later],
      [later, second, first],
      [second, later, first, second],
    ]) {
      // The base’s own machine as it was when it gave the class away.
      const fresh = await laptop(file);
      const [handover] = await desk.database.rows.handovers.toArray();
      await fresh.database.write(async () => {
        await fresh.database.rowsOf('handovers').put(handover!);
        const base = await fresh.database.rows.base.get('base');
        await fresh.database.rowsOf('base').put({ ...base!, isClassroom: false });
      });
      for (const content of order) await fresh.execute(takeBackMarks, { fileName: '点名', content });
      const claims = await fresh.database.rows.markClaims.toArray();
      outcomes.push({ marks: await statuses(fresh, sessionIds[0]!), claims });
    }
    expect(outcomes[1]).toEqual(outcomes[0]);
    expect(outcomes[2]).toEqual(outcomes[0]);
  });

  test('marks of people who left the class are left out, and said', async () => {
    const { desk, classId, sessionIds, learnerIds, file } = await given();
    const room = await laptop(file);
    for (const id of learnerIds) await marks(room, sessionIds[0]!, id, 'present');
    await desk.execute(withdrawLearner, { classId, learnerId: learnerIds[2]! });
    const plan = await takeBack(desk, room, classId);
    expect(plan.leftOut).toEqual([
      { learnerId: learnerIds[2], sessionId: sessionIds[0], reason: '已经不在班里' },
    ]);
    expect(Object.keys(await statuses(desk, sessionIds[0]!)).sort()).toEqual(learnerIds.slice(0, 2).sort());
  });

  test('marks of a handover that is not known here are refused whole', async () => {
    const { classId, sessionIds, learnerIds, file } = await given();
    const stranger = await given();
    const room = await laptop(file);
    await marks(room, sessionIds[0]!, learnerIds[0]!, 'present');
    expect((await refused(takeBack(stranger.desk, room, classId))).code).toBe('handoverForeign');
    expect(await stranger.desk.database.rows.markClaims.count()).toBe(0);
  });
});

describe('a machine in the classroom', () => {
  test('only marks: it gives out no number, and no other base’s class', async () => {
    const { classId, learnerIds, file } = await given();
    const room = await laptop(file);
    const issuing = room.execute(issueCertificates, { classId, learnerIds });
    expect((await refused(issuing)).code).toBe('classroomOnly');
    const profile = (await room.database.rows.base.get('base'))!.profile;
    expect((await refused(room.execute(changeBaseProfile, profile))).code).toBe('classroomOnly');
    const foreign = { ...file, base: { ...file.base, profile: { ...profile, code: 'QT01' } } };
    const receiving = room.execute(receiveClass, { fileName: '班级', content: foreign });
    expect((await refused(receiving)).code).toBe('handoverOtherBase');
  });

  test('a base’s own machine receives none', async () => {
    const { desk, file } = await given();
    const receiving = desk.execute(receiveClass, { fileName: '班级', content: file });
    expect((await refused(receiving)).code).toBe('handoverNotClassroom');
  });

  test('the roster is brought up to date, and marks made here stay', async () => {
    const { desk, classId, sessionIds, learnerIds, file } = await given();
    const room = await laptop(file);
    await marks(room, sessionIds[0]!, learnerIds[0]!, 'late');
    await marks(desk, sessionIds[0]!, learnerIds[0]!, 'present');
    const before = await room.database.rows.base.get('base');
    await room.execute(receiveClass, { fileName: '班级', content: await handOver(desk, classId) });
    expect(await statuses(room, sessionIds[0]!)).toEqual({ [learnerIds[0]!]: 'late' });
    expect(await room.database.rows.base.get('base')).toEqual(before);
    expect(await room.database.rows.certificateDesigns.count()).toBe(1);
  });

  test('phones, titles and employers do not leave the base', async () => {
    const { desk, classId, learnerIds } = await given();
    const known = learnerNamed('学员1', 0);
    await desk.execute(editLearner, { ...known, id: learnerIds[0]!, phone: '13800001234' });
    const file = await handOver(desk, classId);
    const { document, name } = known;
    expect(file.learners).toContainEqual(expect.objectContaining({ document, name }));
    const text = JSON.stringify(file);
    for (const kept of ['13800001234', known.employerName, known.title]) expect(text).not.toContain(kept);
    expect(Object.keys(file.learners[0]!).sort()).toEqual(['document', 'id', 'name', 'number', 'sex']);
  });
});
