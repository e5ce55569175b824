import { same } from '../../../shared/domain/base/same.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import type { BaseDatabase } from '../../database/schema.ts';
import type { TouchedRow } from '../../database/writer.ts';

/** Tables whose rows belong to a class and are part of what its archive states, with where the class stands. */
export const tablesOfClass: Readonly<Record<string, 'id' | 'classId'>> = {
  classes: 'id',
  sessions: 'classId',
  enrolments: 'classId',
  attendance: 'classId',
  markClaims: 'classId',
  assessments: 'classId',
  certificates: 'classId',
  charges: 'classId',
  fundEntries: 'classId',
  trainerScores: 'classId',
  attachments: 'classId',
  surveyRuns: 'classId',
  surveyAnswers: 'classId',
};

/** The classes a touched row belongs to: two where it was moved. */
export function classesOfRow({ table, before, after }: TouchedRow): string[] {
  const field = tablesOfClass[table];
  if (!field) return [];
  const ids = [before, after].map((row) => (row as Record<string, unknown> | undefined)?.[field]);
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}

/** A certificate printed once more says nothing else than before. */
function isOnlyPrinted({ table, before, after }: TouchedRow): boolean {
  if (table !== 'certificates' || !before || !after) return false;
  return same({ ...before, prints: null }, { ...after, prints: null });
}

/**
 * Refuses a change of a class whose archive is filed, unless a supplement of it is being made (第22条).
 * @throws Refusal classFiled
 */
export async function refuseFiledChanges(
  database: BaseDatabase,
  touched: readonly TouchedRow[],
): Promise<void> {
  const changed = touched.filter((row) => !isOnlyPrinted(row));
  const classIds = [...new Set(changed.flatMap(classesOfRow))];
  if (classIds.length === 0) return;
  // As the command found them: the first of two writes of one row.
  const before = new Map(
    touched
      .filter(({ table }) => table === 'classes')
      .reverse()
      .map((row) => [row.key, row.before as TrainingClass | undefined]),
  );
  const asked = classIds.filter((id) => !before.has(id));
  const found = await database.rows.classes.bulkGet(asked);
  for (const of of [...before.values(), ...found]) {
    if (!of?.filed || of.supplement) continue;
    const filing = await database.rows.filings.get(of.filed.filingId);
    throw refusal('classFiled', { title: of.title, number: filing?.number ?? '' });
  }
}
