import type { Change } from '../../../shared/exchange/journal/change.ts';
import type { JournalEntry } from '../../../shared/exchange/journal/entry.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { definitionOf, isTableName } from '../../database/rows.ts';
import { tableLabel } from '../../database/table-label.ts';
import type { Names } from '../../database/tables/table.ts';
import { editsOf } from './changes.ts';

export { tableLabel } from '../../database/table-label.ts';

/** The learners whose ids stand within the changed places, by id. */
export async function learnersNamedIn(
  { rows }: BaseDatabase,
  changes: readonly Change[],
): Promise<Map<string, string>> {
  const ids = new Set(changes.flatMap((change) => editsOf(change).flatMap(({ path }) => path)));
  const learners = await rows.learners.bulkGet([...ids]);
  return new Map(learners.flatMap((learner) => (learner ? [[learner.id, learner.name] as const] : [])));
}

function namesIn({ rows }: BaseDatabase): Names {
  return {
    learner: async (id) => (await rows.learners.get(id))?.name ?? '',
    classTitle: async (id) => (await rows.classes.get(id))?.title ?? '',
    async session(id) {
      const session = await rows.sessions.get(id);
      return session ? `${session.date} ${session.startTime}` : '';
    },
  };
}

/** What a record is called: as it is now, or as the change still knows it. */
export async function recordName(database: BaseDatabase, change: Change): Promise<string> {
  if (!isTableName(change.table)) return '';
  const kept = 'added' in change ? change.added : 'removed' in change ? change.removed : undefined;
  const row = (await database.rows[change.table].get(change.key)) ?? kept;
  return row ? ((await definitionOf(change.table).nameOf?.(row, namesIn(database))) ?? '') : '';
}

/** The changes a person has an interest in: not series of numbers, locks, and what somebody answered. */
export function changesToShow({ changes }: JournalEntry): Change[] {
  return changes.filter(({ table }) => isTableName(table) && definitionOf(table).nameOf !== null);
}

/** What an entry is about: its first record by name, and how many there are. */
export async function aboutOf(database: BaseDatabase, entry: JournalEntry): Promise<string> {
  const shown = changesToShow(entry);
  const [first] = shown;
  if (!first) return '';
  const name = await recordName(database, first);
  const label = tableLabel(first.table);
  return `${label}${name && ` ${name}`}${shown.length > 1 ? ` 等 ${shown.length} 条` : ''}`;
}
