import { civilDateAt } from '../../../shared/domain/base/civil-date.ts';
import type { JournalEntry } from '../../../shared/exchange/journal/entry.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { entryOf } from '../../database/content-proof.ts';

export interface HistoryFilter {
  /** Whoever did it; null for everybody. */
  who: string | null;
  command: string | null;
  /** Civil dates, both included; null leaves a side open. */
  from: string | null;
  to: string | null;
  /** Keys of records, as `learners:…`; null for all. */
  records: readonly string[] | null;
}

export const everything: HistoryFilter = { who: null, command: null, from: null, to: null, records: null };

function matches(entry: JournalEntry, { who, command, from, to }: HistoryFilter): boolean {
  if (who !== null && entry.actor.name !== who) return false;
  if (command !== null && entry.command !== command) return false;
  if (from === null && to === null) return true;
  const date = civilDateAt(Date.parse(entry.at));
  return (from === null || date >= from) && (to === null || date <= to);
}

/** Entries of the journal that match, the latest first, at most `limit`. */
export async function findEntries(
  database: BaseDatabase,
  filter: HistoryFilter,
  limit: number,
): Promise<JournalEntry[]> {
  const { journal } = database.rows;
  if (filter.records !== null) {
    const found = await journal
      .where('records')
      .anyOf([...filter.records])
      .distinct()
      .toArray();
    return found
      .map(entryOf)
      .filter((entry) => matches(entry, filter))
      .sort((a, b) => b.sequence - a.sequence)
      .slice(0, limit);
  }
  const found = await journal
    .orderBy(':id')
    .reverse()
    .filter((entry) => matches(entry, filter))
    .limit(limit)
    .toArray();
  return found.map(entryOf);
}

/** Records whose name holds the text, as keys of the journal's index. */
export async function recordsNamed(database: BaseDatabase, text: string): Promise<string[]> {
  const wanted = text.trim().toLowerCase();
  const { learners, classes, courses, certificates, sessions } = database.rows;
  const holds = (name: string) => name.toLowerCase().includes(wanted);
  const [people, of, subjects, issued] = await Promise.all([
    learners.filter(({ name, number }) => holds(name) || number === wanted).primaryKeys(),
    classes.filter(({ title, number }) => holds(title) || holds(number)).primaryKeys(),
    courses.filter(({ title }) => holds(title)).primaryKeys(),
    certificates.filter(({ number, snapshot }) => holds(number) || holds(snapshot.learnerName)).primaryKeys(),
  ]);
  const taught = await sessions.where('classId').anyOf(of).primaryKeys();
  const keyed = (table: string, keys: string[]) => keys.map((key) => `${table}:${key}`);
  return [
    ...keyed('learners', people),
    ...keyed('classes', of),
    ...keyed('assessments', of),
    ...keyed('courses', subjects),
    ...keyed('certificates', issued),
    ...keyed('sessions', taught),
    ...keyed('attendance', taught),
  ];
}
