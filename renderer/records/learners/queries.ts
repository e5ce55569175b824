import { phone } from '../../../shared/domain/people/learner.ts';
import { normalizeName } from '../../../shared/domain/people/person-name.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import type { LearnerRow } from '../../database/tables/learner-row.ts';
import { phoneIndex, possibleIdentities } from '../sealing/learner-rows.ts';

export const searchLimit = 500;

function byName(a: LearnerRow, b: LearnerRow): number {
  return a.name.localeCompare(b.name, 'zh-CN') || a.number.localeCompare(b.number);
}

/** Learners who hold a document with this number, of whatever kind. */
async function holdersOf(database: BaseDatabase, text: string): Promise<LearnerRow[]> {
  const identities = possibleIdentities(database.vault, text);
  return database.rows.learners.where('identities').anyOf(identities).distinct().toArray();
}

/**
 * Learners by name, pinyin initials, last four digits, learner number, whole document or phone
 * number, or employer; by name, at most `limit`. An empty query finds everybody.
 */
export async function findLearners(
  database: BaseDatabase,
  query: string,
  limit = searchLimit,
): Promise<LearnerRow[]> {
  const { learners, employers } = database.rows;
  const wanted = normalizeName(query).replaceAll('·', '').toLowerCase();
  if (wanted === '') return (await learners.toArray()).sort(byName);
  const terms = phone.safeParse(wanted).success ? [wanted, phoneIndex(database.vault, wanted)] : [wanted];
  const [byTerm, byDocument, matchingEmployers] = await Promise.all([
    learners.where('terms').startsWithAnyOf(terms).distinct().limit(limit).toArray(),
    holdersOf(database, query),
    employers.filter(({ name }) => name.includes(wanted)).primaryKeys(),
  ]);
  const byEmployer =
    byTerm.length < limit
      ? await learners.where('employerId').anyOf(matchingEmployers).limit(limit).toArray()
      : [];
  const found = new Map([...byDocument, ...byTerm, ...byEmployer].map((learner) => [learner.id, learner]));
  return [...found.values()].sort(byName).slice(0, limit);
}

/** What a pasted line found: one learner, several to choose from, or nobody. */
export interface LineMatch {
  line: string;
  learners: LearnerRow[];
}

/** Reads pasted lines of names or document numbers, one person a line or separated by commas. */
export async function findLearnersByLines(database: BaseDatabase, text: string): Promise<LineMatch[]> {
  const lines = text
    .split(/[\n\t,，、;；]+/)
    .map(normalizeName)
    .filter((line) => line !== '');
  return Promise.all(
    [...new Set(lines)].map(async (line): Promise<LineMatch> => {
      const byDocument = await holdersOf(database, line);
      if (byDocument.length > 0) return { line, learners: byDocument };
      const byNumber = await database.rows.learners
        .where('terms')
        .equals(line.toLowerCase())
        .distinct()
        .toArray();
      return { line, learners: byNumber.filter(({ name, number }) => name === line || number === line) };
    }),
  );
}
