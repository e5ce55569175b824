import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import type { TouchedRow } from '../../database/rows.ts';
import { classesStating } from './class-of-row.ts';

/**
 * Refuses a change of a class whose archive is filed, unless a supplement of it is being made (第22条).
 * @throws Refusal classFiled
 */
export async function refuseFiledChanges(
  database: BaseDatabase,
  touched: readonly TouchedRow[],
): Promise<void> {
  const classIds = [...new Set(touched.flatMap(classesStating))];
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
