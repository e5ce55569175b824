import type { ImprovementTask } from '../domain/teaching/improvement-task.ts';
import type { PlanLine } from '../domain/teaching/plan.ts';
import type { LowItem } from './survey-results.ts';
import { isShowable } from './survey-statistics.ts';

/** What a run of a survey says to a plan. */
export interface EvidenceResult {
  answers: number;
  low: readonly LowItem[];
}

type Line = Pick<PlanLine, 'id' | 'evidence' | 'dropped'>;

/** Whether a line rests on an evaluation (第24条): on results of five answers or more, or on a basis in words. */
export function isFounded({ evidence }: Line, results: ReadonlyMap<string, EvidenceResult>): boolean {
  if (evidence.stated.length > 0) return true;
  return evidence.runIds.some((id) => isShowable(results.get(id)?.answers ?? 0));
}

/** Lines that keep a plan from being submitted: they rest on nothing (第24条). */
export function unfoundedLines<Asked extends Line>(
  lines: readonly Asked[],
  results: ReadonlyMap<string, EvidenceResult>,
): Asked[] {
  return lines.filter((line) => line.dropped === null && !isFounded(line, results));
}

export interface OpenLowItem extends LowItem {
  runId: string;
}

/** What a line's evidence valued low and nobody has undertaken to improve. */
export function openLowItems(
  { id, evidence }: Line,
  results: ReadonlyMap<string, EvidenceResult>,
  tasks: readonly Pick<ImprovementTask, 'planLineId' | 'runId' | 'itemKey'>[],
): OpenLowItem[] {
  const undertaken = new Set(
    tasks.filter(({ planLineId }) => planLineId === id).map(({ runId, itemKey }) => `${runId} ${itemKey}`),
  );
  return evidence.runIds.flatMap((runId) =>
    (results.get(runId)?.low ?? [])
      .filter(({ key }) => !undertaken.has(`${runId} ${key}`))
      .map((item) => ({ ...item, runId })),
  );
}
