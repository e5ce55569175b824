import type { Trainer } from '../../../shared/domain/people/trainer.ts';
import type { Change } from '../../../shared/exchange/journal/change.ts';
import type { JournalEntry } from '../../../shared/exchange/journal/entry.ts';
import type { BaseDatabase } from '../../database/schema.ts';
import { nameTrainers } from '../sealing/trainer-rows.ts';
import { editsOf } from './changes.ts';
import { tableLabels } from './table-labels.ts';

/** The learners whose ids stand within the changed places, by id. */
export async function learnersNamedIn(
  database: BaseDatabase,
  changes: readonly Change[],
): Promise<Map<string, string>> {
  const ids = new Set(changes.flatMap((change) => editsOf(change).flatMap(({ path }) => path)));
  const learners = await database.rows.learners.bulkGet([...ids]);
  return new Map(learners.flatMap((learner) => (learner ? [[learner.id, learner.name] as const] : [])));
}

/** What a record is called: as it is now, or as the change still knows it. */
export async function recordName(database: BaseDatabase, change: Change): Promise<string> {
  const { table, key } = change;
  const { rows } = database;
  if (table === 'base') return '';
  if (table === 'assessments') return (await rows.classes.get(key))?.title ?? '';
  if (table === 'attendance' || table === 'sessions') {
    const session = await rows.sessions.get(key);
    const of = session && (await rows.classes.get(session.classId));
    return session ? `${of?.title ?? ''} ${session.date} ${session.startTime}` : '';
  }
  const kept = 'added' in change ? change.added : 'removed' in change ? change.removed : {};
  const row = ((await database.table(table).get(key)) ?? kept) as Record<string, unknown>;
  if (table === 'enrolments') return (await rows.learners.get(String(row.learnerId)))?.name ?? '';
  if (table === 'charges') {
    const learner = await rows.learners.get(String(row.learnerId));
    return `${learner?.name ?? ''} ${(row.item as { title?: string } | undefined)?.title ?? ''}`;
  }
  if (table === 'notices') return `第 ${row.version} 版`;
  if (table === 'plans') return `${key} 年`;
  if (table === 'trainers') return (await nameTrainers(database, [row as unknown as Trainer]))[0]?.name ?? '';
  if (table === 'appointments') return `${row.trainerName} ${row.number}`;
  if (table === 'trainerScores') return (await rows.classes.get(String(row.classId)))?.title ?? '';
  if (table === 'surveys') return (row.draft as { title?: string } | undefined)?.title ?? '';
  if (table === 'surveyVersions') return (row.content as { title?: string } | undefined)?.title ?? '';
  if (table === 'improvementTasks') return String(row.item ?? '');
  if (table === 'certificateDesigns') return (row.draft as { name?: string } | undefined)?.name ?? '';
  if (table === 'designVersions') return (row.design as { name?: string } | undefined)?.name ?? '';
  if (table === 'markClaims') {
    const session = await rows.sessions.get(key);
    return session ? `${session.date} ${session.startTime}` : '';
  }
  if (table === 'handovers')
    return `${(await rows.classes.get(String(row.classId)))?.title ?? ''} ${row.with}`;
  if (table === 'submissions') return String(row.fileName ?? '');
  if (table === 'blankStocks') return `${row.prefix}${row.first}–${row.last}`;
  if (table === 'loans') return `${row.number} ${row.borrower}`;
  if (table === 'dutyRecords') return String(row.evidence ?? '');
  const name = row.name ?? row.title ?? row.number ?? row.party;
  return typeof name === 'string' ? name : '';
}

/** Tables of which the history shows nothing: series of numbers, locks, and what somebody answered. */
const unshown: readonly string[] = ['counters', 'escrow', 'surveyAnswers'];

/** The changes a person has an interest in. */
export function changesToShow({ changes }: JournalEntry): Change[] {
  return changes.filter(({ table }) => !unshown.includes(table));
}

/** What an entry is about: its first record by name, and how many there are. */
export async function aboutOf(database: BaseDatabase, entry: JournalEntry): Promise<string> {
  const shown = changesToShow(entry);
  const [first] = shown;
  if (!first) return '';
  const name = await recordName(database, first);
  const label = tableLabels[first.table] ?? first.table;
  return `${label}${name && ` ${name}`}${shown.length > 1 ? ` 等 ${shown.length} 条` : ''}`;
}
