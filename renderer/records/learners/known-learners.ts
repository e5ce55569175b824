import type { KnownLearners } from '../../../shared/exchange/roster/verdicts.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { employerNames } from '../employers/queries.ts';
import { openLearner } from '../sealing/learner-rows.ts';

/** Everybody known, by every document they hold, as a roster would state them; opened when asked for. */
export async function readKnownLearners(database: BaseDatabase): Promise<KnownLearners> {
  const [learners, employers] = await Promise.all([
    database.rows.learners.toArray(),
    employerNames(database),
  ]);
  const byIdentity = new Map(learners.flatMap((row) => row.identities.map((key) => [key, row] as const)));
  const { vault } = database;
  return {
    get(identity) {
      const row = byIdentity.get(vault.indexOf(identity));
      if (!row) return undefined;
      const person = { ...openLearner(vault, row), employer: employers.get(row.employerId ?? '') ?? '' };
      return { learnerId: row.id, person };
    },
  };
}
