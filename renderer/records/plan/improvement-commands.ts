import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import {
  type ImprovementTask,
  improvementTaskDetails,
} from '../../../shared/domain/teaching/improvement-task.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { type CommandContext, defineCommand } from '../../database/command.ts';
import { mustGet } from '../lookups.ts';
import { listRuns, readRunResult } from '../surveys/queries.ts';

const one = z.object({ id: z.uuid() });
export const undertaking = improvementTaskDetails.omit({ planLineId: true });

/** The task with the mean that asks for it. @throws Refusal notFound where the run valued nothing so */
export async function taskFor(
  details: z.output<typeof improvementTaskDetails>,
  { database, newId }: CommandContext,
): Promise<ImprovementTask> {
  const run = (await listRuns(database)).find(({ id }) => id === details.runId);
  const low = run ? (await readRunResult(database, run)).low : [];
  const found = low.find(({ key }) => key === details.itemKey);
  if (!found) throw refusal('notFound', { what: `低分项“${details.item}”` });
  const own = await database.rows.improvementTasks.where('planLineId').equals(details.planLineId).toArray();
  const before = own.find(({ runId, itemKey }) => runId === details.runId && itemKey === details.itemKey);
  return { ...details, id: before?.id ?? newId(), mean: found.mean, done: before?.done ?? null };
}

/** Says who does what by when about something that was valued low (第24条); once more changes it. */
export const planImprovement = defineCommand({
  name: 'planImprovement',
  label: '安排改进任务',
  event: 'improvementPlanned',
  roles: administratorOnly,
  input: improvementTaskDetails,
  async perform(details, context) {
    await mustGet(context.database, 'planLines', details.planLineId, '计划项目');
    await context.write.put('improvementTasks', await taskFor(details, context));
  },
});

export const finishImprovement = defineCommand({
  name: 'finishImprovement',
  label: '完成改进任务',
  event: 'improvementFinished',
  roles: administratorOnly,
  input: one.extend({ note: z.string().trim().min(2, '请写明做了什么').max(200) }),
  refuseUndo: async () => undefined,
  async perform({ id, note }, { database, write, at, actor }) {
    const task = await mustGet(database, 'improvementTasks', id, '改进任务');
    await write.put('improvementTasks', { ...task, done: { at, by: actor.name, note } });
  },
});

export const removeImprovement = defineCommand({
  name: 'removeImprovement',
  label: '删除改进任务',
  event: 'improvementRemoved',
  roles: administratorOnly,
  input: one,
  refuseUndo: async () => undefined,
  async perform({ id }, { database, write }) {
    await mustGet(database, 'improvementTasks', id, '改进任务');
    await write.remove('improvementTasks', id);
  },
});
