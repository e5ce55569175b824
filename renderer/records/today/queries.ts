import { addDays } from '../../../shared/domain/base/civil-date.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { byTime, type Session } from '../../../shared/domain/teaching/session.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { classVerdicts } from '../certificates/verdicts.ts';
import { openClasses } from '../classes/queries.ts';

export interface DueSession {
  session: Session;
  of: TrainingClass;
  learners: number;
  marked: number;
}

/** How far the attendance of sessions is, in the order they are taught. */
async function withAttendance(
  { rows }: BaseDatabase,
  found: readonly Session[],
  classes: ReadonlyMap<string, TrainingClass>,
): Promise<DueSession[]> {
  const sessions = [...found].sort(byTime);
  const attendance = await rows.attendance.bulkGet(sessions.map(({ id }) => id));
  return Promise.all(
    sessions.flatMap((session, index) => {
      const of = classes.get(session.classId);
      if (!of) return [];
      const marked = Object.keys(attendance[index]?.marks ?? {}).length;
      return [
        rows.enrolments
          .where('classId')
          .equals(of.id)
          .count()
          .then((learners): DueSession => ({ session, of, learners, marked })),
      ];
    }),
  );
}

/** Sessions of a span of days, ends included. */
async function sessionsBetween(database: BaseDatabase, from: string, to: string): Promise<DueSession[]> {
  const { sessions, classes } = database.rows;
  const found = await sessions.where('date').between(from, to, true, true).toArray();
  const of = await classes.bulkGet([...new Set(found.map(({ classId }) => classId))]);
  const byId = new Map(of.flatMap((one) => (one ? [[one.id, one] as const] : [])));
  return withAttendance(database, found, byId);
}

const lookBackDays = 120;

/** Past sessions that nobody was marked at; a closed class has none. */
async function unmarkedSessions(
  database: BaseDatabase,
  open: readonly TrainingClass[],
  today: string,
): Promise<DueSession[]> {
  const classes = new Map(open.map((of) => [of.id, of]));
  const sessions = await database.rows.sessions
    .where('classId')
    .anyOf([...classes.keys()])
    .toArray();
  const since = addDays(today, -lookBackDays);
  const past = sessions.filter(({ date }) => date >= since && date < today);
  const due = await withAttendance(database, past, classes);
  return due.filter(({ learners, marked }) => learners > 0 && marked === 0);
}

export interface ClassDue {
  of: TrainingClass;
  eligible: number;
  withoutResult: number;
}

const closedLookBackDays = 30;

/** Classes closed lately that no certificate was issued in: of one that has some, the rest were refused. */
async function closedWithoutCertificates({ rows }: BaseDatabase, today: string): Promise<TrainingClass[]> {
  const since = addDays(today, -closedLookBackDays);
  const closed = await rows.classes.where('closed.at').above(since).toArray();
  const issued = await Promise.all(
    closed.map(({ id }) => rows.certificates.where('classId').equals(id).count()),
  );
  return closed.filter((_, index) => issued[index] === 0);
}

async function classesDue(
  database: BaseDatabase,
  open: readonly TrainingClass[],
  today: string,
): Promise<ClassDue[]> {
  const since = addDays(today, -lookBackDays);
  const ended = open.filter(({ endDate }) => endDate !== null && endDate <= today && endDate >= since);
  const due = await Promise.all(
    [...ended, ...(await closedWithoutCertificates(database, today))].map(async (of): Promise<ClassDue> => {
      const outcomes = [...(await classVerdicts(database, of, today)).values()];
      return {
        of,
        eligible: outcomes.filter(({ verdict }) => verdict.eligible).length,
        withoutResult: outcomes.filter(({ verdict }) =>
          verdict.reasons.some(({ code }) => code === 'noResult'),
        ).length,
      };
    }),
  );
  return due.filter(({ eligible, withoutResult }) => eligible + withoutResult > 0);
}

/** What today asks for: its sessions, earlier ones never marked, the coming week, results and certificates due. */
export async function readToDo(database: BaseDatabase, today: string) {
  const open = await openClasses(database);
  const [todays, unmarked, coming, due] = await Promise.all([
    sessionsBetween(database, today, today),
    unmarkedSessions(database, open, today),
    sessionsBetween(database, addDays(today, 1), addDays(today, 7)),
    classesDue(database, open, today),
  ]);
  return { todays, unmarked, coming, due };
}
