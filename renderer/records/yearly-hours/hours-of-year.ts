import type { LearnerYear } from '../../../shared/domain/teaching/ledger.ts';
import { yearKey } from '../../../shared/domain/teaching/ledger.ts';
import type { BaseDatabase } from '../../database/base-database.ts';

/** One learner's credited hours of one civil year (第10、12条), as the ledger sums them up. */
export async function hoursOfYear(
  database: BaseDatabase,
  learnerId: string,
  year: number,
): Promise<Pick<LearnerYear, 'general' | 'professional' | 'metOn'>> {
  const row = await database.rows.learnerYears.get(yearKey(year, learnerId));
  return row ?? { general: 0, professional: 0, metOn: { general: null, professional: null, all: null } };
}
