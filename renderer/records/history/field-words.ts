import { roles } from '../../../shared/domain/base/actor.ts';
import { recordedDuties } from '../../../shared/domain/base/duty-record.ts';
import { facilityKinds, tenures } from '../../../shared/domain/base/facility.ts';
import { certificateStates } from '../../../shared/domain/certificates/certificate.ts';
import { payers, reductionKinds } from '../../../shared/domain/money/charge.ts';
import { feeKinds, feeUnits } from '../../../shared/domain/money/fee.ts';
import { fundDirections, spendingCategories } from '../../../shared/domain/money/fund-entry.ts';
import { fundSources } from '../../../shared/domain/money/fund-source.ts';
import { paymentMethods, receiptKinds } from '../../../shared/domain/money/receipt.ts';
import { employerKinds, ownerships } from '../../../shared/domain/people/employer.ts';
import { documentKinds } from '../../../shared/domain/people/identity-document.ts';
import { sexes, titleLevels } from '../../../shared/domain/people/learner.ts';
import { regions } from '../../../shared/domain/people/region.ts';
import { employments, origins } from '../../../shared/domain/people/trainer.ts';
import { audiences } from '../../../shared/domain/surveys/survey.ts';
import { accesses } from '../../../shared/domain/surveys/survey-run.ts';
import { attachmentKinds, shelfParts } from '../../../shared/domain/teaching/attachment.ts';
import { attendanceStatuses } from '../../../shared/domain/teaching/attendance.ts';
import { organiserKinds } from '../../../shared/domain/teaching/class.ts';
import { latenessRules, partHourRules } from '../../../shared/domain/teaching/counting-rules.ts';
import { filingKinds } from '../../../shared/domain/teaching/filing.ts';
import { issuerKinds } from '../../../shared/domain/teaching/outside-entry.ts';
import { planStates } from '../../../shared/domain/teaching/plan.ts';

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
  ...facilityKinds,
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
