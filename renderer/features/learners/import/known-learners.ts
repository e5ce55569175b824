import type { KnownLearners, RosterPerson } from '../../../../shared/exchange/roster/verdicts.ts';
import type { LearnerRow } from '../../../database/rows.ts';
import type { BaseDatabase } from '../../../database/schema.ts';
import { employerNames } from '../../employers/index.ts';

function toRosterPerson(learner: LearnerRow, employer: string): RosterPerson {
  const { name, sex, ethnicity, document, department, titleSeries, title, titleLevel, education, phone } =
    learner;
  return {
    name,
    sex,
    ethnicity,
    document,
    employer,
    department,
    titleSeries,
    title,
    titleLevel,
    education,
    phone,
  };
}

/** Everybody known, by every document they hold, as a roster would state them. */
export async function readKnownLearners(database: BaseDatabase): Promise<KnownLearners> {
  const [learners, employers] = await Promise.all([
    database.rows.learners.toArray(),
    employerNames(database),
  ]);
  return new Map(
    learners.flatMap((learner) => {
      const person = toRosterPerson(learner, employers.get(learner.employerId ?? '') ?? '');
      return learner.identities.map((key) => [key, { learnerId: learner.id, person }] as const);
    }),
  );
}
