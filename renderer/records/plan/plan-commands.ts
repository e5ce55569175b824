import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import {
  type Plan,
  type PlanLine,
  type PlanState,
  planApproval,
  planLineDetails,
  planYear,
} from '../../../shared/domain/teaching/plan.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { linesNotCarriedOut, nextPlanState } from '../../../shared/regulation/plan-progress.ts';
import { type CommandContext, defineCommand } from '../../database/command.ts';
import {
  reason,
  refuseOpenRuns,
  refuseSilentChange,
  refuseWithoutGround,
  titlesOf,
  trackedChanges,
} from '../guards/refuse-unfounded-lines.ts';
import { mustGet } from '../lookups.ts';
import { planOf, readYearPlan } from './plan-progress.ts';

const stated = z.object({ line: planLineDetails, reason });

export const addPlanLine = defineCommand({
  name: 'addPlanLine',
  label: '添加计划项目',
  event: 'planLineAdded',
  roles: administratorOnly,
  input: stated,
  async perform({ line, reason: why }, context) {
    const plan = await refuseSilentChange(line.year, why, context);
    await refuseOpenRuns(line, context);
    const changes = trackedChanges(null, plan, why, context);
    const added: PlanLine = { ...line, id: context.newId(), changes, dropped: null };
    await context.write.put('planLines', added);
    return added;
  },
});

const importedRow = z.object({
  /** The sheet's own row number, for refusals. */
  row: z.number().int(),
  line: planLineDetails,
});

/** Takes the rows a person chose in the preview, all or none. @throws Refusal planFinished, planReasonMissing */
export const importPlanLines = defineCommand({
  name: 'importPlanLines',
  label: '导入教学计划',
  event: 'planLinesImported',
  roles: administratorOnly,
  input: z.object({ year: planYear, rows: z.array(importedRow).min(1, '没有可导入的行'), reason }),
  async perform({ year, rows, reason: why }, context) {
    const plan = await refuseSilentChange(year, why, context);
    const foreign = rows.find(({ line }) => line.year !== year);
    if (foreign) {
      throw refusal('badInput', { where: `第${foreign.row}行`, why: `不是 ${year} 年的项目` });
    }
    const changes = trackedChanges(null, plan, why, context);
    const added = rows.map(
      ({ line }): PlanLine => ({ ...line, id: context.newId(), changes, dropped: null }),
    );
    await context.write.put('planLines', ...added);
    return added.length;
  },
});

export const editPlanLine = defineCommand({
  name: 'editPlanLine',
  label: '修改计划项目',
  event: 'planLineEdited',
  roles: administratorOnly,
  input: stated.extend({ id: z.uuid() }),
  async perform({ id, line, reason: why }, context) {
    const before = await mustGet(context.database, 'planLines', id, '计划项目');
    const plan = await refuseSilentChange(before.year, why, context);
    await refuseOpenRuns(line, context);
    const changes = trackedChanges(before, plan, why, context);
    await context.write.put('planLines', { ...before, ...line, year: before.year, changes });
  },
});

/** Takes a line out of a plan that is still a draft; later it is dropped with a reason and stays to be seen. */
export const removePlanLine = defineCommand({
  name: 'removePlanLine',
  label: '删除计划项目',
  event: 'planLineRemoved',
  roles: administratorOnly,
  input: z.object({ id: z.uuid() }),
  async perform({ id }, context) {
    const { database, write } = context;
    const line = await mustGet(database, 'planLines', id, '计划项目');
    await refuseSilentChange(line.year, '', context);
    const opened = await database.rows.classes.where('planLineId').equals(id).count();
    if (opened > 0) throw refusal('planLineInUse', { title: line.title });
    const tasks = await database.rows.improvementTasks.where('planLineId').equals(id).primaryKeys();
    await write.remove('improvementTasks', ...tasks);
    await write.remove('planLines', id);
  },
});

export const dropPlanLine = defineCommand({
  name: 'dropPlanLine',
  label: '注明不再开设',
  event: 'planLineDropped',
  roles: administratorOnly,
  input: z.object({ id: z.uuid(), reason: z.string().trim().min(2, '请写明原因').max(200) }),
  async perform({ id, reason: why }, context) {
    const line = await mustGet(context.database, 'planLines', id, '计划项目');
    await refuseSilentChange(line.year, why, context);
    const dropped = { at: context.at, by: context.actor.name, reason: why };
    await context.write.put('planLines', { ...line, dropped });
  },
});

async function step(plan: Plan, state: PlanState, why: string, context: CommandContext): Promise<void> {
  const steps = [...plan.steps, { state, at: context.at, by: context.actor.name, reason: why }];
  await context.write.put('plans', { ...plan, state, steps });
}

/**
 * Takes a plan one step on: 草案 → 报批 → 批准 → 执行 → 完成. It is submitted only where every line rests
 * on an evaluation and somebody has undertaken what was valued low (第24条).
 * @throws Refusal planEmpty, planLinesUnfounded, planLowItemsOpen, planApprovalMissing, planNotCarriedOut (第22条)
 */
export const advancePlan = defineCommand({
  name: 'advancePlan',
  label: '推进教学计划',
  event: 'planAdvanced',
  roles: administratorOnly,
  input: z.object({ year: planYear, approval: planApproval.nullable().default(null) }),
  async perform({ year, approval }, context) {
    const { plan, lines, done } = await readYearPlan(context.database, year);
    const state = nextPlanState(plan.state);
    if (state === null) throw refusal('planFinished', { year });
    if (state === 'submitted' && lines.length === 0) throw refusal('planEmpty', { year });
    if (state === 'submitted') await refuseWithoutGround(year, lines, context);
    if (state === 'approved' && approval === null) throw refusal('planApprovalMissing', { year });
    if (state === 'done') {
      const open = linesNotCarriedOut(lines, done);
      if (open.length > 0) throw refusal('planNotCarriedOut', { year, lines: titlesOf(open) });
    }
    await step({ ...plan, approval: state === 'approved' ? approval : plan.approval }, state, '', context);
    return state;
  },
});

/** Takes a submitted or approved plan back to a draft, as when the authority asks for changes. */
export const returnPlan = defineCommand({
  name: 'returnPlan',
  label: '退回教学计划',
  event: 'planReturned',
  asks: { year: { label: '年度', kind: 'year' }, reason: { label: '原因', kind: 'text' } },
  roles: administratorOnly,
  input: z.object({ year: planYear, reason: z.string().trim().min(2, '请写明原因').max(200) }),
  async perform({ year, reason: why }, context) {
    const plan = await planOf(context.database, year);
    if (plan.state === 'done') throw refusal('planFinished', { year });
    await step({ ...plan, approval: null }, 'draft', why, context);
  },
});

/**
 * Checks the line a class is to be opened out of, and notes that its plan is being carried out.
 * @throws Refusal planNotApproved, planLineDropped
 */
export async function openOutOfPlan(planLineId: string, context: CommandContext): Promise<PlanLine> {
  const line = await mustGet(context.database, 'planLines', planLineId, '计划项目');
  const plan = await planOf(context.database, line.year);
  if (line.dropped) throw refusal('planLineDropped', { title: line.title });
  if (plan.state !== 'approved' && plan.state !== 'running') {
    throw refusal('planNotApproved', { title: line.title });
  }
  if (plan.state === 'approved') await step(plan, 'running', '', context);
  return line;
}
