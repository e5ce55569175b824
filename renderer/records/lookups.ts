import type { Base } from '../../shared/domain/base/base.ts';
import type { Certificate } from '../../shared/domain/certificates/certificate.ts';
import type { Enrolment } from '../../shared/domain/teaching/enrolment.ts';
import { byTime, type Session } from '../../shared/domain/teaching/session.ts';
import { refusal } from '../../shared/refusals/index.ts';
import type { BaseDatabase } from '../database/base-database.ts';
import type { ReadRows } from '../database/read-tables.ts';
import type { Rows, TableName } from '../database/rows.ts';

/** The row with this key. @throws Refusal notFound, naming what was looked for */
export async function mustGet<Name extends TableName>(
  database: BaseDatabase,
  table: Name,
  key: string,
  what: string,
): Promise<Rows[Name]> {
  const rows: ReadRows = database.rows;
  const row = await rows[table].get(key);
  if (row === undefined) throw refusal('notFound', { what });
  return row;
}

/** The base. @throws Refusal baseNotSetUp */
export async function mustGetBase(database: BaseDatabase): Promise<Base> {
  const base = await database.rows.base.get('base');
  if (base === undefined) throw refusal('baseNotSetUp');
  return base;
}

/** The sessions of a class in the order they are taught. */
export async function sessionsOfClass(database: BaseDatabase, classId: string): Promise<Session[]> {
  return (await database.rows.sessions.where('classId').equals(classId).toArray()).sort(byTime);
}

/** The enrolment of one learner in one class, if there is one. */
export function enrolmentIn(
  database: BaseDatabase,
  classId: string,
  learnerId: string,
): Promise<Enrolment | undefined> {
  return database.rows.enrolments
    .where('classId')
    .equals(classId)
    .filter((row) => row.learnerId === learnerId)
    .first();
}

/** The certificates of a class that are in force, by learner: at most one each. */
export async function certificatesInForce(
  database: BaseDatabase,
  classId: string,
): Promise<Map<string, Certificate>> {
  const issued = await database.rows.certificates.where('classId').equals(classId).toArray();
  return new Map(issued.filter(({ state }) => state === 'valid').map((one) => [one.learnerId, one]));
}
