import { refusal } from '../../../shared/refusals/index.ts';
import type { CommandContext } from '../../database/command.ts';
import { mustGet } from '../lookups.ts';

/**
 * @throws Refusal classClosed: what a closed class has registered changes only by correction; classFiled: what a
 * filed one has, only by a supplement
 */
export async function refuseClosed(
  classId: string,
  { database }: Pick<CommandContext, 'database'>,
): Promise<void> {
  const of = await mustGet(database, 'classes', classId, '培训班');
  if (of.filed && !of.supplement) {
    const filing = await database.rows.filings.get(of.filed.filingId);
    throw refusal('classFiled', { title: of.title, number: filing?.number ?? '' });
  }
  if (of.closed) throw refusal('classClosed', { title: of.title });
}
