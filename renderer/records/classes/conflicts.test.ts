import { describe, expect, test } from 'vitest';
import type { SessionDetails } from '../../../shared/domain/teaching/session.ts';
import {
  addLearners,
  type Desk,
  openClassWith,
  openDesk,
  plantEnrolments,
  refused,
  sessionOn,
} from '../../../tests/support/desk.ts';
import { markAttendance } from '../attendance/mark-commands.ts';
import { enrolLearners } from './enrolment-commands.ts';
import { findEnrolmentConflicts } from './enrolment-conflicts.ts';
import { addSessions, editSession } from './session-commands.ts';

const date = '2026-12-05';

async function openTwo(first: Partial<SessionDetails>, second: Partial<SessionDetails>) {
  const desk = await openDesk();
  const one = await openClassWith(desk, [sessionOn(date, first)], { number: '2026-01' });
  const other = openClassWith(desk, [sessionOn(date, second)], { number: '2026-02' });
  return { desk, one, other };
}

async function sessionIdOf(desk: Desk, classId: string): Promise<string> {
  return (await desk.database.rows.sessions.where('classId').equals(classId).first())!.id;
}

describe('a trainer or a place is not in two classes at once', () => {
  test.each<[string, Partial<SessionDetails>, string]>([
    ['the trainer', { trainerName: '高教授' }, '高教授 2026年12月5日 周六 09:00 已在'],
    ['the place', { place: '一教室' }, '一教室 2026年12月5日 周六 09:00 已被'],
  ])('%s is named with the class that has it, and nothing is opened', async (_, needed, words) => {
    const { desk, other } = await openTwo(needed, { ...needed, startTime: '11:00', endTime: '14:00' });
    const { code, message } = await refused(other);
    expect(code).toBe('timetableConflicts');
    // Said of the session that was to be added.
    expect(message).toContain(words.replace('09:00', '11:00'));
    expect(message).toContain('知识更新培训班 2026-01');
    expect(await desk.database.rows.classes.count()).toBe(1);
  });

  test('unless the session says why it shares them', async () => {
    const { other } = await openTwo(
      { trainerName: '高教授', place: '礼堂' },
      {
        trainerName: '高教授',
        place: '礼堂',
        sharedReason: '与01班合班上课',
      },
    );
    expect((await other).number).toBe('2026-02');
  });

  test('also when a session is moved; one that stays where it was may be changed', async () => {
    const { desk, other } = await openTwo(
      { trainerName: '高教授' },
      { trainerName: '高教授', startTime: '14:00', endTime: '17:00' },
    );
    const id = await sessionIdOf(desk, (await other).id);
    const moved = desk.execute(editSession, { id, session: sessionOn(date, { trainerName: '高教授' }) });
    expect((await refused(moved)).code).toBe('timetableConflicts');
    const afternoon = { startTime: '14:00', endTime: '17:00', trainerName: '高教授', topic: '新主题' };
    await desk.execute(editSession, { id, session: sessionOn(date, afternoon) });
    expect((await desk.database.rows.sessions.get(id))?.topic).toBe('新主题');
  });
});

describe('a learner is not in two classes at once', () => {
  async function twoClassesAtOnce(second: Partial<SessionDetails> = {}) {
    const { desk, one, other } = await openTwo({}, second);
    const ids = await addLearners(desk, 3);
    await desk.execute(enrolLearners, { classId: one.id, learnerIds: ids.slice(0, 2) });
    return { desk, one, other: await other, ids };
  }

  test('enrolling names who; all of a list or none', async () => {
    const { desk, other, ids } = await twoClassesAtOnce();
    const both = desk.execute(enrolLearners, { classId: other.id, learnerIds: [ids[2]!, ids[1]!] });
    expect((await refused(both)).message).toContain(
      '学员 学员2 2026年12月5日 周六 09:00 已在“知识更新培训班 2026-01”上课',
    );
    expect(await desk.database.rows.enrolments.where('classId').equals(other.id).count()).toBe(0);
    await desk.execute(enrolLearners, { classId: other.id, learnerIds: [ids[2]!] });
  });

  test('before a list is enrolled it is known who of it is in the way', async () => {
    const { desk, other, ids } = await twoClassesAtOnce();
    const conflicts = await findEnrolmentConflicts(desk.database, other.id, ids);
    expect(conflicts.map(({ learnerId }) => learnerId).sort()).toEqual(ids.slice(0, 2).sort());
  });

  test('minutes and a half day in one half day count as at once (第10条)', async () => {
    const { desk, other, ids } = await twoClassesAtOnce({
      startTime: '08:00',
      endTime: '09:00',
      counting: 'halfDay',
    });
    const act = desk.execute(enrolLearners, { classId: other.id, learnerIds: [ids[0]!] });
    expect((await refused(act)).code).toBe('timetableConflicts');
  });

  test('nor by adding a session to a class they are in, whatever is said of sharing', async () => {
    const { desk, one, other, ids } = await twoClassesAtOnce({ startTime: '14:00', endTime: '17:00' });
    await desk.execute(enrolLearners, { classId: other.id, learnerIds: [ids[0]!] });
    const added = sessionOn(date, {
      startTime: '16:00',
      endTime: '18:00',
      minutes: 120,
      sharedReason: '合班',
    });
    const act = desk.execute(addSessions, { classId: one.id, sessions: [added] });
    expect((await refused(act)).message).toContain('学员1');
  });

  test('what overlaps on record already can still be described, only not moved onto each other', async () => {
    const { desk, other, ids } = await twoClassesAtOnce();
    await plantEnrolments(desk, other.id, [ids[0]!]);
    const id = await sessionIdOf(desk, other.id);
    await desk.execute(editSession, { id, session: sessionOn(date, { topic: '新主题' }) });
    const moved = desk.execute(editSession, {
      id,
      session: sessionOn(date, { startTime: '10:00', endTime: '13:00' }),
    });
    expect((await refused(moved)).code).toBe('timetableConflicts');
  });

  test('a late joiner is not held to sessions before joining', async () => {
    const desk = await openDesk();
    const one = await openClassWith(desk, [sessionOn('2026-11-07')], { number: '2026-01' });
    const [early, late] = await addLearners(desk, 2);
    await desk.execute(enrolLearners, { classId: one.id, learnerIds: [late!] });
    const other = await openClassWith(desk, [sessionOn('2026-11-07'), sessionOn('2026-11-28')], {
      number: '2026-02',
    });
    await desk.execute(enrolLearners, { classId: other.id, learnerIds: [early!] });
    const first = await sessionIdOf(desk, other.id);
    await desk.execute(markAttendance, {
      sessionId: first,
      marks: [{ learnerId: early!, status: 'present' }],
    });
    await desk.execute(enrolLearners, { classId: other.id, learnerIds: [late!] });
    expect(await desk.database.rows.enrolments.where('classId').equals(other.id).count()).toBe(2);
  });
});
