import { v7 as uuid } from 'uuid';
import type { CivilDate } from '../../../../shared/domain/base/civil-date.ts';
import type { AttendanceStatus } from '../../../../shared/domain/teaching/attendance.ts';
import type { TrainingClass } from '../../../../shared/domain/teaching/class.ts';
import type { Course } from '../../../../shared/domain/teaching/course.ts';
import { byTime, type Session, type SessionDetails } from '../../../../shared/domain/teaching/session.ts';
import { findSheet, rosterSheet } from '../../../../shared/exchange/roster/header.ts';
import { judgeRoster } from '../../../../shared/exchange/roster/verdicts.ts';
import type { BuildingDesk } from './desk.ts';
import {
  addCourse,
  enrolLearners,
  importLearners,
  type LearnerRow,
  markAttendance,
  openClass,
  recordResults,
} from './product.ts';

/** Takes all good rows of a roster among the fixtures; answers whom they are, in its order. */
export async function importRoster(desk: BuildingDesk, path: string): Promise<string[]> {
  const { host, execute, today } = desk;
  const bytes = await desk.fixture(path);
  const { sheets } = await host.sheets.read({ jobId: uuid(), name: path, bytes });
  const roster = findSheet(sheets, rosterSheet);
  if (!roster) throw new Error(`${path} holds no roster`);
  const { sheet, header } = roster;
  const rows = judgeRoster(sheet, header, header.mapping, new Map(), today).flatMap((verdict) => {
    if (verdict.state !== 'new') return [];
    const { employer, ...person } = verdict.person;
    return [{ row: verdict.row, learnerId: null, person: { ...person, employerName: employer } }];
  });
  return execute(importLearners, { rows });
}

/** Everybody in the order of the list of learners. */
export async function learnersByName({ database }: BuildingDesk): Promise<LearnerRow[]> {
  const all = await database.rows.learners.toArray();
  return all.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || a.number.localeCompare(b.number));
}

export function addSurveyingCourse({ execute }: BuildingDesk): Promise<Course> {
  return execute(addCourse, {
    title: '测绘地理信息新技术',
    subjectKind: 'professional',
    content: '北斗定位、倾斜摄影、实景三维。',
    creditHours: 24,
    textbook: '测绘地理信息新技术读本（第二版）',
  });
}

/** A lesson of a morning as the form for one is filled. */
export function lessonOn(date: CivilDate, about: Partial<SessionDetails> = {}): SessionDetails {
  return {
    date,
    startTime: '09:00',
    endTime: '12:00',
    counting: 'minutes',
    minutes: 180,
    subjectKind: 'professional',
    topic: '',
    mode: 'inPerson',
    place: '',
    trainerName: '',
    makesUpFor: null,
    trainerIds: {},
    sharedReason: '',
    ...about,
  };
}

/** A class of the course that there is, as the form for one is filled. */
export async function openClassOf(
  { database, execute }: BuildingDesk,
  about: { number: string; title: string; responsibleTeacher?: string; planLineId?: string },
  sessions: SessionDetails[],
): Promise<TrainingClass> {
  const [course] = await database.rows.courses.toArray();
  const base = await database.rows.base.get('base');
  if (!course || !base) throw new Error('there is no course or no base');
  return execute(openClass, {
    courseId: course.id,
    content: course.content,
    organiser: base.profile.name,
    organiserKind: 'base',
    contractor: '',
    commissioner: '',
    isPublicBenefit: false,
    fundSource: 'learner',
    place: '',
    mode: 'inPerson',
    responsibleTeacher: '',
    capacity: null,
    attendanceThresholdPercent: 80,
    passMark: 60,
    planLineId: null,
    ...about,
    sessions,
  });
}

/** The class with this number. */
export async function classNumbered({ database }: BuildingDesk, number: string): Promise<TrainingClass> {
  const of = await database.rows.classes.where('number').equals(number).first();
  if (!of) throw new Error(`there is no class ${number}`);
  return of;
}

export async function sessionsOf({ database }: BuildingDesk, of: TrainingClass): Promise<Session[]> {
  return (await database.rows.sessions.where('classId').equals(of.id).toArray()).sort(byTime);
}

/** Who is in a class, in the order of its board. */
export async function membersOf({ database }: BuildingDesk, of: TrainingClass): Promise<string[]> {
  const enrolments = await database.rows.enrolments.where('classId').equals(of.id).toArray();
  return enrolments.sort((a, b) => a.id.localeCompare(b.id)).map(({ learnerId }) => learnerId);
}

export async function enrol(
  { execute }: BuildingDesk,
  of: TrainingClass,
  learnerIds: string[],
): Promise<void> {
  await execute(enrolLearners, { classId: of.id, learnerIds });
}

/** Marks a class: whoever is not among the exceptions, by their place on the board, was there. */
export async function mark(
  { execute }: BuildingDesk,
  session: Session | undefined,
  learnerIds: readonly string[],
  exceptions: Record<number, AttendanceStatus> = {},
): Promise<void> {
  if (!session) throw new Error('there is no such session');
  const marks = learnerIds.map((learnerId, place) => ({ learnerId, status: exceptions[place] ?? 'present' }));
  await execute(markAttendance, { sessionId: session.id, marks });
}

/** Records scores by the place on the board; null records none. */
export async function score(
  { execute }: BuildingDesk,
  of: TrainingClass,
  learnerIds: readonly string[],
  scores: readonly (number | null)[],
): Promise<void> {
  const results = learnerIds.flatMap((learnerId, place) => {
    const points = scores[place] ?? null;
    return points === null
      ? []
      : [{ learnerId, which: 'first' as const, result: { kind: 'score' as const, score: points } }];
  });
  await execute(recordResults, { classId: of.id, results });
}
