import { v7 as uuid } from 'uuid';
import { commands } from '../../renderer/app/commands.ts';
import { BaseStore } from '../../renderer/database/base-store.ts';
import { createExecute, type Execute, type ExecuteOptions } from '../../renderer/database/execute.ts';
import { Vault } from '../../renderer/database/vault.ts';
import { setUpBase } from '../../renderer/records/base/base-commands.ts';
import { openClass } from '../../renderer/records/classes/class-commands.ts';
import { addCourse } from '../../renderer/records/courses/course-commands.ts';
import { guards } from '../../renderer/records/guards/guards.ts';
import { addLearner } from '../../renderer/records/learners/learner-commands.ts';
import type { Actor } from '../../shared/domain/base/actor.ts';
import { residentIdCheckCharacter } from '../../shared/domain/people/resident-id.ts';
import type { TrainingClass } from '../../shared/domain/teaching/class.ts';
import type { SessionDetails } from '../../shared/domain/teaching/session.ts';
import { Refusal } from '../../shared/refusals/index.ts';
import { sessionOf } from './session.ts';

/** A database of its own and an execute over it, with a clock and an actor a test can set. */
export interface Desk {
  database: BaseStore;
  execute: Execute;
  actor: Actor;
  now: number;
  /** Characters that the stand-in printing fonts lack. */
  lackedCharacters: string;
}

const noon = Date.parse('2026-11-24T12:00:00+08:00');

/** Where nothing is kept beyond the database: for tests of what commands do to it. */
export const noOutbox = { ship: async () => undefined, refuseUnlessSaved: async () => undefined };

export async function openDesk(
  outboxOf: (database: BaseStore) => ExecuteOptions['outbox'] = () => noOutbox,
): Promise<Desk> {
  const database = new BaseStore(`test-${uuid()}`);
  await database.open();
  database.unlock(new Vault(crypto.getRandomValues(new Uint8Array(32))));
  const desk: Desk = {
    database,
    actor: { name: '周老师', roles: ['administrator'] },
    now: noon,
    lackedCharacters: '',
    execute: createExecute({
      store: database,
      commands,
      guards,
      outbox: outboxOf(database),
      currentActor: () => desk.actor,
      missingCharacters: async (texts) =>
        texts.map((text) => [...text].filter((character) => desk.lackedCharacters.includes(character))),
      now: () => desk.now,
    }),
  };
  return desk;
}

/** A valid, made-up resident ID of a man; each serial a different one. */
export function residentId(serial: number): string {
  const first17 = `15990019900101${String(serial * 2 + 1).padStart(3, '0')}`;
  return first17 + residentIdCheckCharacter(first17);
}

export function learnerNamed(name: string, serial: number) {
  return {
    name,
    sex: 'male' as const,
    ethnicity: '汉族',
    document: { kind: 'residentId' as const, number: residentId(serial) },
    employerName: '示例市第一中学',
    department: '',
    titleSeries: '',
    title: '工程师',
    titleLevel: 'intermediate' as const,
    education: '',
    phone: '',
    mongolianName: '',
    photo: null,
  };
}

export async function setUp(desk: Desk): Promise<void> {
  await desk.execute(setUpBase, {
    name: '示例市继续教育基地',
    code: 'SL01',
    approvalNumber: '示人社发〔2018〕12号',
    approvalDate: '2018-05-20',
    authority: '示例市人社局',
    level: 'regional',
    address: '学府路1号',
    regionCode: '1501',
    mongolianName: '',
  });
}

/** A three-hour session on a date, as a form would give it. */
export function sessionOn(date: string, about: Partial<SessionDetails> = {}): SessionDetails {
  const {
    id: _id,
    classId: _classId,
    ...details
  } = sessionOf({ date, endTime: '12:00', minutes: 180, ...about });
  return details;
}

/** A class with these sessions, on a course of its own, in a base set up where it is not. */
export async function openClassWith(
  desk: Desk,
  sessions: SessionDetails[],
  about: { number?: string; capacity?: number | null; planLineId?: string } = {},
): Promise<TrainingClass> {
  if (!(await desk.database.rows.base.get('base'))) await setUp(desk);
  const course = await desk.execute(addCourse, {
    title: '知识更新',
    subjectKind: 'professional',
    content: '新技术',
    creditHours: 16,
    textbook: '',
  });
  return desk.execute(openClass, {
    number: about.number ?? '2026-01',
    title: `知识更新培训班 ${about.number ?? '2026-01'}`,
    courseId: course.id,
    content: '新技术',
    organiser: '示例市继续教育基地',
    organiserKind: 'base',
    contractor: '',
    commissioner: '',
    isPublicBenefit: false,
    fundSource: 'learner',
    place: '',
    mode: 'inPerson',
    responsibleTeacher: '',
    capacity: about.capacity ?? null,
    attendanceThresholdPercent: 80,
    passMark: 60,
    planLineId: about.planLineId ?? null,
    sessions,
  });
}

export async function addLearners(desk: Desk, count: number, firstSerial = 0): Promise<string[]> {
  const ids: string[] = [];
  for (let serial = firstSerial; serial < firstSerial + count; serial += 1) {
    ids.push((await desk.execute(addLearner, learnerNamed(`学员${serial + 1}`, serial))).id);
  }
  return ids;
}

/** Enrolments as they come back from another machine, without a look at the learners' other classes. */
export async function plantEnrolments(
  { database }: Desk,
  classId: string,
  learnerIds: string[],
): Promise<void> {
  const enrolments = learnerIds.map((learnerId) => ({
    id: uuid(),
    classId,
    learnerId,
    enrolledAt: '',
    joinedSessionId: null,
  }));
  await database.write(() => database.rowsOf('enrolments').bulkPut(enrolments));
}

/** The refusal's code and sentence; fails when nothing was refused. */
export async function refused(act: Promise<unknown>): Promise<{ code: string; message: string }> {
  const thrown: unknown = await act.then(
    () => new Error('nothing was refused'),
    (error: unknown) => error,
  );
  if (!(thrown instanceof Refusal)) throw thrown;
  return { code: thrown.code, message: thrown.message };
}
