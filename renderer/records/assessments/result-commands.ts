import { z } from 'zod';
import { whoTeaches } from '../../../shared/domain/base/actor.ts';
import {
  assessmentResult,
  isPass,
  type LearnerAssessment,
} from '../../../shared/domain/teaching/assessment.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { type CommandContext, defineCommand } from '../../database/command.ts';
import { refuseCertified, refuseCertifiedIn } from '../certificates/certificate-commands.ts';
import { refuseClosed } from '../guards/refuse-closed.ts';
import { mustGet } from '../lookups.ts';

const recordedResult = z.object({
  learnerId: z.uuid(),
  which: z.enum(['first', 'makeUp']),
  /** Null takes the result back. */
  result: assessmentResult.nullable(),
});
type Recorded = z.output<typeof recordedResult>;

function withResult(
  before: LearnerAssessment | undefined,
  { which, result }: Recorded,
  { at, actor }: CommandContext,
): LearnerAssessment | undefined {
  const entry = result && { result, at, by: actor.name };
  if (which === 'first') {
    if (entry === null) return undefined;
    return { first: entry, makeUp: before?.makeUp ?? null };
  }
  if (!before) return undefined;
  return { first: before.first, makeUp: entry };
}

/**
 * Writes results of a class; a make-up stands beside the first result and only where that was no pass.
 * @throws Refusal notEnrolled, makeUpFirst, makeUpAfterPass
 */
export async function writeResults(
  classId: string,
  results: readonly Recorded[],
  context: CommandContext,
): Promise<void> {
  const { database, write } = context;
  const { passMark } = await mustGet(database, 'classes', classId, '培训班');
  const enrolments = await database.rows.enrolments.where('classId').equals(classId).toArray();
  const enrolled = new Set(enrolments.map(({ learnerId }) => learnerId));
  const row = (await database.rows.assessments.get(classId)) ?? { classId, results: {} };
  const updated = { ...row.results };
  for (const one of results) {
    const name = async () => (await database.rows.learners.get(one.learnerId))?.name ?? '学员';
    if (!enrolled.has(one.learnerId)) throw refusal('notEnrolled', { name: await name() });
    const before = updated[one.learnerId];
    if (one.which === 'makeUp' && one.result !== null) {
      if (!before) throw refusal('makeUpFirst', { name: await name() });
      if (isPass(before.first.result, passMark)) throw refusal('makeUpAfterPass', { name: await name() });
    }
    if (one.which === 'first' && before?.makeUp && (!one.result || isPass(one.result, passMark))) {
      throw refusal('makeUpAfterPass', { name: await name() });
    }
    const after = withResult(before, one, context);
    if (after) updated[one.learnerId] = after;
    else delete updated[one.learnerId];
  }
  await write.put('assessments', { classId, results: updated });
}

/** Records assessment results of a class (第10条), one or a whole column. */
export const recordResults = defineCommand({
  name: 'recordResults',
  label: '登记成绩',
  event: 'resultsRecorded',
  roles: whoTeaches,
  input: z.object({ classId: z.uuid(), results: z.array(recordedResult).min(1) }),
  async refuseUndo({ changes }, context) {
    for (const change of changes) {
      await refuseClosed(change.key, context);
      await refuseCertifiedIn(change, 'results', change.key, context);
    }
  },
  async perform({ classId, results }, context) {
    const learnerIds = results.map(({ learnerId }) => learnerId);
    await refuseClosed(classId, context);
    await refuseCertified(classId, learnerIds, context);
    await writeResults(classId, results, context);
  },
});
