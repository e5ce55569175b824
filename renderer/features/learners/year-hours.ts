import { isAttended } from '../../../shared/domain/attendance.ts';
import { countCreditHours } from '../../../shared/regulation/credit-hours.ts';
import { sessionsOfClass } from '../../database/lookups.ts';
import type { BaseDatabase } from '../../database/schema.ts';

/**
 * One learner's credit hours of one civil year at this base (第10条), over all classes: each class is
 * divided by itself, and its hours fall into the years of its sessions.
 */
export async function hoursOfYear(
  database: BaseDatabase,
  learnerId: string,
  year: number,
): Promise<{ general: number; professional: number }> {
  const enrolments = await database.rows.enrolments.where('learnerId').equals(learnerId).toArray();
  const sum = { general: 0, professional: 0 };
  for (const { classId } of enrolments) {
    const [sessions, rows] = await Promise.all([
      sessionsOfClass(database, classId),
      database.rows.attendance.where('classId').equals(classId).toArray(),
    ]);
    const attended = new Set(
      rows.filter(({ marks }) => isAttended(marks[learnerId])).map(({ sessionId }) => sessionId),
    );
    const ofYear = countCreditHours(sessions, attended).years.find((row) => row.year === year);
    sum.general += ofYear?.general ?? 0;
    sum.professional += ofYear?.professional ?? 0;
  }
  return sum;
}
