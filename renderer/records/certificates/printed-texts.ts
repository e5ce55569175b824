import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { mustGetBase } from '../lookups.ts';

/** All that each learner's certificate would print in words, in order: what the fonts must have. */
export async function printedTexts(
  database: BaseDatabase,
  of: TrainingClass,
  learnerIds: readonly string[],
): Promise<string[]> {
  const { profile } = await mustGetBase(database);
  const learners = await database.rows.learners.bulkGet([...learnerIds]);
  const employers = await database.rows.employers.bulkGet(
    learners.map((learner) => learner?.employerId ?? ''),
  );
  const shared = [profile.name, profile.approvalNumber, profile.code, of.title, of.number].join('');
  return learners.map((learner, index) => `${learner?.name ?? ''}${employers[index]?.name ?? ''}${shared}`);
}
