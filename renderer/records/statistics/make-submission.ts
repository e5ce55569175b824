import type { Host } from '../../../shared/contract/host.ts';
import type { Authority } from '../../../shared/domain/base/authority.ts';
import { describePeriod } from '../../../shared/domain/base/period.ts';
import { type Statistics, unknownKey } from '../../../shared/domain/base/statistics.ts';
import { type LedgerKind, submissionsOf } from '../../../shared/domain/base/submission.ts';
import { documentKinds } from '../../../shared/domain/people/identity-document.ts';
import { changedFigures } from '../../../shared/exchange/submission/flat-figures.ts';
import { statisticsPaper } from '../../../shared/papers/base/statistics.ts';
import { statisticsSheets } from '../../../shared/papers/base/statistics-workbook.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import type { TrainingFact } from '../../../shared/regulation/training-facts.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { mustGetBase } from '../lookups.ts';
import { openLearner } from '../sealing/learner-rows.ts';

export interface SubmissionChoice {
  recipient: string;
  ledger: LedgerKind;
  pseudonymPhrase: string;
  reason: string;
  /** Whom the package is sealed for; null where anybody may read it. */
  sealFor: Authority | null;
}

export interface CountedPeriod {
  now: Statistics;
  before: Statistics;
  facts: readonly TrainingFact[];
}

/** Each learner's hours in each class, with the number of the document: opened only where a ledger is asked for. */
async function ledgerRows(database: BaseDatabase, facts: readonly TrainingFact[]) {
  const groups = new Map<string, TrainingFact[]>();
  for (const fact of facts) {
    const key = `${fact.classId}:${fact.learnerId}`;
    const own = groups.get(key) ?? [];
    own.push(fact);
    groups.set(key, own);
  }
  const rows = await Promise.all(
    [...groups.values()].map(async ([first, ...rest]) => {
      if (!first) return [];
      const [row, of] = await Promise.all([
        database.rows.learners.get(first.learnerId),
        database.rows.classes.get(first.classId),
      ]);
      if (!row || !of) return [];
      const { document, name } = openLearner(database.vault, row);
      const hoursOf = (kind: TrainingFact['subjectKind']) =>
        [first, ...rest].reduce((sum, fact) => sum + (fact.subjectKind === kind ? fact.hours : 0), 0);
      return [
        {
          documentKind: documentKinds[document.kind],
          learner: document.number,
          name,
          region: first.keys.region === unknownKey ? '' : first.keys.region,
          employerKind: first.keys.employerKind === unknownKey ? '' : first.keys.employerKind,
          titleLevel: first.keys.titleLevel,
          classNumber: of.number,
          classTitle: of.title,
          generalHours: hoursOf('general'),
          professionalHours: hoursOf('professional'),
        },
      ];
    }),
  );
  return rows
    .flat()
    .sort((one, other) =>
      `${one.classNumber} ${one.learner}`.localeCompare(`${other.classNumber} ${other.learner}`, 'en'),
    );
}

/**
 * Has the host make a signed package of a period.
 * @returns what is to be kept of it, and where it lies
 * @throws Refusal pseudonymPhraseMissing, missingCharacters, keysLocked, diskFailure
 */
export async function makeSubmission(
  database: BaseDatabase,
  host: Host,
  jobId: string,
  { now, before, facts }: CountedPeriod,
  choice: SubmissionChoice,
  today: string,
) {
  const { recipient, ledger, reason, sealFor } = choice;
  const pseudonymPhrase = choice.pseudonymPhrase.trim();
  if (ledger === 'pseudonymous' && pseudonymPhrase === '') throw refusal('pseudonymPhraseMissing');
  const base = await mustGetBase(database);
  const { code, name: baseName, regionCode, approvalNumber } = base.profile;
  const last = submissionsOf(await database.rows.submissions.toArray(), now.period).at(-1);
  const sequence = (last?.sequence ?? 0) + 1;
  const name = `报送 ${code} ${describePeriod(now.period)} 第${sequence}次`;
  const made = await host.submissions.make({
    jobId,
    name,
    about: {
      base: { code, name: baseName, regionCode, approvalNumber },
      period: now.period,
      sequence,
      replaces: last?.sequence ?? null,
      reason,
      changes: last ? changedFigures(last.statistics, now) : [],
      recipient,
      madeOn: today,
      ledger,
    },
    generation: base.signing.generation,
    statistics: now,
    sheets: statisticsSheets(base.profile, now, before, today),
    document: statisticsPaper(base.profile, now, before, today),
    ledger: ledger === 'none' ? [] : await ledgerRows(database, facts),
    pseudonymPhrase: ledger === 'pseudonymous' ? pseudonymPhrase : '',
    sealFor: sealFor?.sealingKey ?? null,
  });
  const { file, manifestHash, fileHash } = made;
  const details = {
    period: now.period,
    recipient,
    ledger,
    sealedFor: sealFor?.id ?? null,
    statistics: now,
    manifestHash,
    fileHash,
    fileName: file.name,
  };
  return { details, file };
}
