import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import type { Enrolment } from '../../../shared/domain/teaching/enrolment.ts';
import type { Session } from '../../../shared/domain/teaching/session.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import type { LearnerRow } from '../../database/tables/learner-row.ts';
import { sessionsOfClass } from '../lookups.ts';

/** Every class that is not closed: the few the base is at work on, found without reading the others. */
export async function openClasses({ rows: { classes } }: BaseDatabase): Promise<TrainingClass[]> {
  const [all, closed] = await Promise.all([
    classes.toCollection().primaryKeys(),
    classes.where('closed.at').above('').primaryKeys(),
  ]);
  const isClosed = new Set(closed);
  const open = await classes.bulkGet(all.filter((id) => !isClosed.has(id)));
  return open.filter((of) => of !== undefined);
}

export interface ClassSummary {
  of: TrainingClass;
  learners: number;
  sessions: number;
  markedSessions: number;
  certificates: number;
}

async function summarize(database: BaseDatabase, of: TrainingClass): Promise<ClassSummary> {
  const { enrolments, sessions, attendance, certificates } = database.rows;
  const [learners, planned, marked, issued] = await Promise.all([
    enrolments.where('classId').equals(of.id).count(),
    sessions.where('classId').equals(of.id).count(),
    attendance.where('classId').equals(of.id).count(),
    certificates
      .where('classId')
      .equals(of.id)
      .and(({ state }) => state === 'valid')
      .count(),
  ]);
  return { of, learners, sessions: planned, markedSessions: marked, certificates: issued };
}

/** Every class with where it stands, the latest first. */
export async function readClassSummaries(database: BaseDatabase): Promise<ClassSummary[]> {
  const classes = await database.rows.classes.toArray();
  const latestFirst = classes.sort((a, b) => (b.startDate ?? '9').localeCompare(a.startDate ?? '9'));
  return Promise.all(latestFirst.map((of) => summarize(database, of)));
}

/** One class; null where there is none,. */
export async function readClass(database: BaseDatabase, classId: string): Promise<TrainingClass | null> {
  return (await database.rows.classes.get(classId)) ?? null;
}

export interface SessionState {
  session: Session;
  marked: number;
}

/** A class's sessions in their order, with how many marks each has. */
export async function readTimetable(database: BaseDatabase, classId: string): Promise<SessionState[]> {
  const sessions = await sessionsOfClass(database, classId);
  const rows = await database.rows.attendance.where('classId').equals(classId).toArray();
  const marked = new Map(rows.map((row) => [row.sessionId, Object.keys(row.marks).length]));
  return sessions.map((session) => ({ session, marked: marked.get(session.id) ?? 0 }));
}

export interface ClassMember {
  learner: LearnerRow;
  enrolment: Enrolment;
}

/** The learners of a class in the order they enrolled: the order of every list and sheet of it. */
export async function classMembers(database: BaseDatabase, classId: string): Promise<ClassMember[]> {
  const enrolments = await database.rows.enrolments.where('classId').equals(classId).toArray();
  const learners = await database.rows.learners.bulkGet(enrolments.map(({ learnerId }) => learnerId));
  return enrolments
    .flatMap((enrolment, index) => {
      const learner = learners[index];
      return learner ? [{ learner, enrolment }] : [];
    })
    .sort((a, b) => a.enrolment.id.localeCompare(b.enrolment.id));
}
