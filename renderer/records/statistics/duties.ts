import { type SubmissionDuty, submissionDuties } from '../../../shared/regulation/submission-duties.ts';
import type { BaseDatabase } from '../../database/base-database.ts';

/** What is to be sent to the authority, of the periods that had any session. */
export async function readSubmissionDuties(database: BaseDatabase, today: string): Promise<SubmissionDuty[]> {
  const base = await database.rows.base.get('base');
  if (!base) return [];
  const submissions = await database.rows.submissions.toArray();
  const duties = submissionDuties(base.settings, submissions, today);
  const sessions = await Promise.all(
    duties.map(({ period: { from, to } }) =>
      database.rows.sessions.where('date').between(from, to, true, true).count(),
    ),
  );
  return duties.filter((_, at) => (sessions[at] ?? 0) > 0);
}
