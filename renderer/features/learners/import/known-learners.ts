import type { KnownLearners } from '../../../../shared/exchange/roster/verdicts.ts';
import type { BaseDatabase } from '../../../database/schema.ts';
import { employerNames } from '../../employers/index.ts';

/** Everybody known, by every document they hold, as a roster would state them. */
export async function readKnownLearners(database: BaseDatabase): Promise<KnownLearners> {
  const [learners, employers] = await Promise.all([
    database.rows.learners.toArray(),
    employerNames(database),
  ]);
  return new Map(
    learners.flatMap((learner) => {
      const person = { ...learner, employer: employers.get(learner.employerId ?? '') ?? '' };
      return learner.identities.map((key) => [key, { learnerId: learner.id, person }] as const);
    }),
  );
}
