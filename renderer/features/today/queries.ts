import { useLiveQuery } from 'dexie-react-hooks';
import { addDays } from '../../../shared/domain/civil-date.ts';
import type { TrainingClass } from '../../../shared/domain/class.ts';
import { byTime, type Session } from '../../../shared/domain/session.ts';
import { useDatabase } from '../../database/context.tsx';
import type { BaseDatabase } from '../../database/schema.ts';
import { classVerdicts } from '../certificates/index.ts';

export interface DueSession {
  session: Session;
  of: TrainingClass;
  learners: number;
  marked: number;
}

/** Sessions of a span of days, ends included, in classes not yet closed, with how far their attendance is. */
async function sessionsBetween(database: BaseDatabase, from: string, to: string): Promise<DueSession[]> {
  const found = await database.rows.sessions.where('date').between(from, to, true, true).toArray();
  const classIds = [...new Set(found.map(({ classId }) => classId))];
  const classes = await database.rows.classes.bulkGet(classIds);
  const open = new Map(classes.flatMap((of) => (of && !of.closed ? [[of.id, of] as const] : [])));
  const sessions = found.filter(({ classId }) => open.has(classId)).sort(byTime);
  const attendance = await database.rows.attendance.bulkGet(sessions.map(({ id }) => id));
  return Promise.all(
    sessions.flatMap((session, index) => {
      const of = open.get(session.classId);
      if (!of) return [];
      const marked = Object.keys(attendance[index]?.marks ?? {}).length;
      return [
        database.rows.enrolments
          .where('classId')
          .equals(of.id)
          .count()
          .then((learners): DueSession => ({ session, of, learners, marked })),
      ];
    }),
  );
}

const lookBackDays = 120;

export interface ClassDue {
  of: TrainingClass;
  eligible: number;
  withoutResult: number;
}

async function classesDue(database: BaseDatabase, today: string): Promise<ClassDue[]> {
  const since = addDays(today, -lookBackDays);
  const classes = await database.rows.classes.where('startDate').between(since, today, true, true).toArray();
  const issued = await Promise.all(
    classes.map(({ id }) => database.rows.certificates.where('classId').equals(id).count()),
  );
  // Of a closed class, whoever got no certificate with the others was refused one.
  const ended = classes.filter(
    ({ endDate, closed }, index) => endDate !== null && endDate <= today && !(closed && issued[index]),
  );
  const due = await Promise.all(
    ended.map(async (of): Promise<ClassDue> => {
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
export function useToDo(today: string) {
  const { database } = useDatabase();
  return useLiveQuery(async () => {
    const [todays, earlier, coming, due] = await Promise.all([
      sessionsBetween(database, today, today),
      sessionsBetween(database, addDays(today, -lookBackDays), addDays(today, -1)),
      sessionsBetween(database, addDays(today, 1), addDays(today, 7)),
      classesDue(database, today),
    ]);
    const unmarked = earlier.filter(({ learners, marked }) => learners > 0 && marked === 0);
    return { todays, unmarked, coming, due };
  }, [database, today]);
}
