import type { Change } from '../../../shared/exchange/journal/change.ts';
import type { JournalEntry } from '../../../shared/exchange/journal/entry.ts';
import { tableLabels } from '../../components/record-labels.ts';
import type { BaseDatabase } from '../../database/schema.ts';
import { fieldLabel, valueText } from './field-labels.ts';

/** One line of what became of a record. */
export interface ChangeLine {
  field: string;
  before: string;
  after: string;
}

type Row = Record<string, unknown>;

function linesOfRow(table: string, row: Row, side: 'before' | 'after'): ChangeLine[] {
  return Object.entries(row).flatMap(([key, value]) => {
    const field = fieldLabel([key], table);
    const text = valueText(value);
    if (field === null || text === '' || text === '（空）') return [];
    return [{ field, before: side === 'before' ? text : '', after: side === 'after' ? text : '' }];
  });
}

/** A change field by field, as a person reads it. @param nameOf what an id within a path stands for */
export function changeLines(change: Change, nameOf: (id: string) => string | undefined): ChangeLine[] {
  if ('added' in change) return linesOfRow(change.table, change.added, 'after');
  if ('removed' in change) return linesOfRow(change.table, change.removed, 'before');
  const masked = new Set(
    change.edits.flatMap(({ path }) => (path.at(-1) === 'lastFour' ? [path.slice(0, -1).join('.')] : [])),
  );
  return change.edits.flatMap(({ path, ...sides }) => {
    let { before, after } = sides;
    const last = path.at(-1);
    // Of a sealed text only the last four digits are for reading; where they are the same, that it changed.
    if (last === 'sealed' && masked.has(path.slice(0, -1).join('.'))) return [];
    if (last === 'sealed') [before, after] = ['原号码', '新号码'];
    if (last === 'lastFour') [before, after] = [`****${before}`, `****${after}`];
    const label = fieldLabel(path, change.table);
    const whose = path.map(nameOf).find((name) => name !== undefined);
    if (label === null && whose === undefined) return [];
    const field = [whose, label].filter((part) => part !== undefined && part !== null).join(' ');
    return [{ field, before: valueText(before), after: valueText(after) }];
  });
}

/** What is named in the records touched: a person's or a thing's name by its id. */
export async function namesOfIds(
  database: BaseDatabase,
  changes: readonly Change[],
): Promise<Map<string, string>> {
  const ids = new Set(
    changes.flatMap((change) => ['edits' in change ? change.edits.flatMap(({ path }) => path) : []].flat()),
  );
  const learners = await database.rows.learners.bulkGet([...ids]);
  return new Map(learners.flatMap((learner) => (learner ? [[learner.id, learner.name] as const] : [])));
}

/** What a record is called: as it is now, or as the change still knows it. */
async function recordName(database: BaseDatabase, change: Change): Promise<string> {
  const { table, key } = change;
  const { rows } = database;
  if (table === 'attendance' || table === 'sessions') {
    const session = await rows.sessions.get(key);
    const of = session && (await rows.classes.get(session.classId));
    return session ? `${of?.title ?? ''} ${session.date} ${session.startTime}` : '';
  }
  if (table === 'assessments') return (await rows.classes.get(key))?.title ?? '';
  if (table === 'base') return '';
  const kept = 'added' in change ? change.added : 'removed' in change ? change.removed : undefined;
  const row = ((await database.table(table).get(key)) ?? kept ?? {}) as Row;
  if (table === 'enrolments') return (await rows.learners.get(String(row.learnerId)))?.name ?? '';
  const name = row.name ?? row.title ?? row.number;
  return typeof name === 'string' ? name : '';
}

/** What an entry is about: its first records by name, and how many there are besides. */
export async function aboutOf(database: BaseDatabase, { changes }: JournalEntry): Promise<string> {
  const shown = changes.filter(({ table }) => table !== 'counters' && table !== 'escrow');
  const [first] = shown;
  if (!first) return '';
  const name = await recordName(database, first);
  const label = tableLabels[first.table] ?? first.table;
  return `${label}${name && ` ${name}`}${shown.length > 1 ? ` 等 ${shown.length} 条` : ''}`;
}

export { recordName };
