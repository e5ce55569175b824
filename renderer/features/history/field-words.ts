import { roles } from '../../../shared/domain/actor.ts';
import { attachmentKinds, shelfParts } from '../../../shared/domain/attachment.ts';
import { attendanceStatuses } from '../../../shared/domain/attendance.ts';
import { certificateStates } from '../../../shared/domain/certificate.ts';
import { payers, reductionKinds } from '../../../shared/domain/charge.ts';
import { organiserKinds } from '../../../shared/domain/class.ts';
import { latenessRules, partHourRules } from '../../../shared/domain/counting-rules.ts';
import { recordedDuties } from '../../../shared/domain/duty-record.ts';
import { employerKinds, ownerships } from '../../../shared/domain/employer.ts';
import { feeKinds, feeUnits } from '../../../shared/domain/fee.ts';
import { filingKinds } from '../../../shared/domain/filing.ts';
import { fundDirections, spendingCategories } from '../../../shared/domain/fund-entry.ts';
import { fundSources } from '../../../shared/domain/fund-source.ts';
import { documentKinds } from '../../../shared/domain/identity-document.ts';
import { sexes, titleLevels } from '../../../shared/domain/learner.ts';
import { meansKinds, tenures } from '../../../shared/domain/means.ts';
import { issuerKinds } from '../../../shared/domain/outside-entry.ts';
import { planStates } from '../../../shared/domain/plan.ts';
import { paymentMethods, receiptKinds } from '../../../shared/domain/receipt.ts';
import { regions } from '../../../shared/domain/region.ts';
import { audiences } from '../../../shared/domain/survey.ts';
import { accesses } from '../../../shared/domain/survey-run.ts';
import { employments, origins } from '../../../shared/domain/trainer.ts';

const words: Record<string, string> = {
  ...receiptKinds,
  ...attendanceStatuses,
  ...employerKinds,
  ...ownerships,
  ...regions,
  ...certificateStates,
  ...documentKinds,
  ...roles,
  ...sexes,
  ...titleLevels,
  ...fundSources,
  ...planStates,
  ...partHourRules,
  ...latenessRules,
  ...issuerKinds,
  ...meansKinds,
  ...filingKinds,
  ...attachmentKinds,
  ...Object.fromEntries(Object.entries(recordedDuties).map(([duty, { label }]) => [duty, label])),
  score: '百分制',
  verdict: '合格制',
  general: '公需',
  professional: '专业',
  minutes: '按分钟',
  halfDay: '按半天',
  inPerson: '面授',
  remote: '远程',
};

/** Words of one field, where the same code means something else in another. */
const wordsOfField: Record<string, Record<string, string>> = {
  payer: payers,
  unit: feeUnits,
  method: paymentMethods,
  direction: fundDirections,
  category: spendingCategories,
  organiserKind: organiserKinds,
  fundSource: fundSources,
  source: fundSources,
  employment: employments,
  origin: origins,
  tenure: tenures,
  shelf: shelfParts,
  access: accesses,
  audience: audiences,
};

/** What a code is called at the desk, by where it stands; undefined where it is no code. */
export function wordFor(value: string, path: readonly string[]): string | undefined {
  const last = path.at(-1) ?? '';
  if (last === 'kind' && path.some((part) => ['item', 'items', 'feeItems'].includes(part))) {
    return (feeKinds as Record<string, string>)[value];
  }
  if (last === 'kind' && path.includes('reductions')) {
    return (reductionKinds as Record<string, string>)[value];
  }
  return wordsOfField[last]?.[value] ?? words[value];
}
