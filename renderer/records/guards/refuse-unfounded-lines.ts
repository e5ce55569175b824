import { z } from 'zod';
import type { Plan, PlanLine, PlanLineDetails } from '../../../shared/domain/teaching/plan.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { openLowItems, unfoundedLines } from '../../../shared/regulation/plan-evidence.ts';
import { changesNeedReason } from '../../../shared/regulation/plan-progress.ts';
import type { CommandContext } from '../../database/command.ts';
import { mustGet } from '../lookups.ts';
import { readEvidence } from '../plan/evidence.ts';
import { planOf } from '../plan/plan-progress.ts';

/** Asked for once the plan has been submitted. */
export const reason = z.string().trim().max(200).default('');

/** @throws Refusal planFinished, planReasonMissing: what was approved is not changed in silence (第22条) */
export async function refuseSilentChange(
  year: number,
  why: string,
  { database }: CommandContext,
): Promise<Plan> {
  const plan = await planOf(database, year);
  if (plan.state === 'done') throw refusal('planFinished', { year });
  if (changesNeedReason(plan.state) && why.length < 2) throw refusal('planReasonMissing', { year });
  return plan;
}

function detailsOf({ id: _id, changes: _changes, dropped: _dropped, ...details }: PlanLine): PlanLineDetails {
  return details;
}

/** @throws Refusal notFound, runNotClosed: a survey that is still collecting says nothing yet */
export async function refuseOpenRuns(
  { evidence }: PlanLineDetails,
  { database }: CommandContext,
): Promise<void> {
  for (const runId of evidence.runIds) {
    const run = await mustGet(database, 'surveyRuns', runId, '评估调查');
    if (!run.closed) throw refusal('runNotClosed', { title: run.title });
  }
}

export function trackedChanges(
  line: PlanLine | null,
  plan: Plan,
  why: string,
  { at, actor }: CommandContext,
): PlanLine['changes'] {
  const before = line?.changes ?? [];
  if (!changesNeedReason(plan.state)) return before;
  return [...before, { at, by: actor.name, reason: why, before: line && detailsOf(line) }];
}

export function titlesOf(lines: readonly PlanLine[]): string {
  return lines.map(({ title }) => `“${title}”`).join('、');
}

/** @throws Refusal planLinesUnfounded, planLowItemsOpen (第24条) */
export async function refuseWithoutGround(
  year: number,
  lines: readonly PlanLine[],
  { database }: CommandContext,
): Promise<void> {
  const { results, tasks } = await readEvidence(database, lines);
  const unfounded = unfoundedLines(lines, results);
  if (unfounded.length > 0) throw refusal('planLinesUnfounded', { year, lines: titlesOf(unfounded) });
  const open = lines.filter((line) => line.dropped === null && openLowItems(line, results, tasks).length > 0);
  if (open.length > 0) throw refusal('planLowItemsOpen', { year, lines: titlesOf(open) });
}
