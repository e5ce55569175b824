import type { ProofFile } from '../../../shared/domain/teaching/outside-entry.ts';
import type { OutsideKnowledge } from '../../../shared/exchange/outside-hours/verdicts.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { possibleIdentities } from '../sealing/learner-rows.ts';

/** Whom a sheet may name, by whole document number, learner number or unambiguous last four digits. */
export async function readKnowledge(
  database: BaseDatabase,
  proofs: ReadonlyMap<string, ProofFile>,
  today: string,
): Promise<OutsideKnowledge> {
  const [learners, entries] = await Promise.all([
    database.rows.learners.toArray(),
    database.rows.outsideEntries.toArray(),
  ]);
  const byId = new Map(learners.map((row) => [row.id, row]));
  const byIdentity = new Map(learners.flatMap((row) => row.identities.map((key) => [key, row] as const)));
  const byNumber = new Map(learners.map((row) => [row.number, row]));
  const { vault } = database;
  return {
    findLearner(text) {
      const known = byNumber.get(text);
      if (known) return known;
      const row = possibleIdentities(vault, text)
        .map((key) => byIdentity.get(key))
        .find((found) => found !== undefined);
      if (row) return row;
      const sameEnding = text.length === 4 ? learners.filter(({ lastFour }) => lastFour === text) : [];
      return sameEnding.length > 1 ? 'ambiguous' : (sameEnding[0] ?? null);
    },
    nameOf: (learnerId) => byId.get(learnerId)?.name ?? '',
    entries,
    proofs,
    today,
  };
}
