import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import { same } from '../../../shared/domain/base/same.ts';
import { assessmentResult } from '../../../shared/domain/teaching/assessment.ts';
import { attendanceStatus } from '../../../shared/domain/teaching/attendance.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { describeOpenLine } from '../../../shared/regulation/class-closing.ts';
import { type CommandContext, defineCommand } from '../../database/command.ts';
import { writeResults } from '../assessments/result-commands.ts';
import { writeMarks } from '../attendance/mark-commands.ts';
import { openDisputes } from '../handovers/rows.ts';
import { mustGet } from '../lookups.ts';
import { closingLinesOf } from './closing-facts.ts';
import { type Corrected, effectOf, type Registered, readRegistered } from './correction.ts';

const reason = z.string().trim().min(2, '请写明原因').max(200);

/**
 * Closes a class: from then on what it has registered changes only by correction.
 * @throws Refusal classOpenLines while kind, content, attendance or a result is missing (第10条), marksDisputed
 */
export const closeClass = defineCommand({
  name: 'closeClass',
  label: '结班',
  event: 'classClosed',
  roles: administratorOnly,
  input: z.object({ classId: z.uuid() }),
  async perform({ classId }, { database, write, at, actor, today }) {
    const of = await mustGet(database, 'classes', classId, '培训班');
    if (of.closed) return;
    const open = (await closingLinesOf(database, of, today)).filter(({ isOpen }) => isOpen);
    if (open.length > 0) {
      throw refusal('classOpenLines', { title: of.title, lines: open.map(describeOpenLine).join('；') });
    }
    const disputes = await openDisputes(database, classId);
    if (disputes.length > 0) throw refusal('marksDisputed', { title: of.title, count: disputes.length });
    await write.put('classes', { ...of, closed: { at, by: actor.name } });
  },
});

/** Opens a closed class again, for what a correction can't do: another session, another learner. */
export const reopenClass = defineCommand({
  name: 'reopenClass',
  label: '撤销结班',
  event: 'classReopened',
  roles: administratorOnly,
  input: z.object({ classId: z.uuid(), reason }),
  async perform({ classId, reason: why }, { database, write, at, actor }) {
    const of = await mustGet(database, 'classes', classId, '培训班');
    if (!of.closed) throw refusal('classNotClosed', { title: of.title });
    const reopenings = [...of.reopenings, { at, by: actor.name, reason: why }];
    await write.put('classes', { ...of, closed: null, reopenings });
  },
});

const correction = z.object({
  classId: z.uuid(),
  learnerId: z.uuid(),
  reason,
  marks: z.array(z.object({ sessionId: z.uuid(), status: attendanceStatus })),
  /** The result that counts from now on; null leaves it as it is. */
  result: assessmentResult.nullable(),
});

function changesOf({ marks, result }: z.output<typeof correction>, registered: Registered): Corrected {
  const changed = marks.filter(({ sessionId, status }) => registered.marks.get(sessionId)?.status !== status);
  return {
    marks: new Map(changed.map(({ sessionId, status }) => [sessionId, status])),
    result: result === null || same(result, registered.result) ? undefined : result,
  };
}

async function writeCorrection(
  { classId, learnerId, reason: why }: z.output<typeof correction>,
  corrected: Corrected,
  registered: Registered,
  context: CommandContext,
): Promise<void> {
  for (const [sessionId, status] of corrected.marks) {
    const session = registered.sessions.find(({ id }) => id === sessionId);
    if (!session) throw refusal('notFound', { what: '课次' });
    const marks = [{ learnerId, status, note: `更正：${why}`.slice(0, 100) }];
    await writeMarks(session, { marks }, context, async () => undefined);
  }
  if (!corrected.result) return;
  const { which } = registered;
  await writeResults(classId, [{ learnerId, which, result: corrected.result }], context);
}

/**
 * Corrects what a closed class has registered of one learner. The hours follow; a certificate in
 * force that states something else by then is marked as to be replaced, one that states the truth
 * again no longer is (第22条).
 * @throws Refusal classNotClosed, nothingCorrected, and whatever stands against the mark or result
 */
export const correctRecords = defineCommand({
  name: 'correctRecords',
  label: '更正点名和成绩',
  event: 'recordsCorrected',
  roles: administratorOnly,
  input: correction,
  async perform(input, context) {
    const { database, write, at, actor, today } = context;
    const of = await mustGet(database, 'classes', input.classId, '培训班');
    const { name } = await mustGet(database, 'learners', input.learnerId, '学员');
    if (!of.closed) throw refusal('classNotClosed', { title: of.title });
    const registered = await readRegistered(database, input.classId, input.learnerId);
    const corrected = changesOf(input, registered);
    if (corrected.marks.size === 0 && corrected.result === undefined) {
      throw refusal('nothingCorrected', { name });
    }
    const effect = effectOf(of, registered, corrected, today);
    await writeCorrection(input, corrected, registered, context);
    const { certificate } = registered;
    if (certificate) {
      const toReplace =
        effect.certificateWrong === null ? null : { at, by: actor.name, reason: input.reason };
      if (toReplace || certificate.toReplace) {
        await write.put('certificates', { ...certificate, toReplace });
      }
    }
    return effect;
  },
});
