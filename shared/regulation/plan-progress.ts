import type { Fen } from '../domain/money/money.ts';
import type { Plan, PlanLine, PlanState } from '../domain/teaching/plan.ts';

/** The step that follows each state; a plan goes on one step at a time. */
const next: Record<PlanState, PlanState | null> = {
  draft: 'submitted',
  submitted: 'approved',
  approved: 'running',
  running: 'done',
  done: null,
};

export function nextPlanState(state: PlanState): PlanState | null {
  return next[state];
}

/** Whether a change of a line has to give its reason: what was approved is not changed in silence. */
export function changesNeedReason(state: PlanState): boolean {
  return state !== 'draft';
}

/** What was held of a line so far. */
export interface PlanLineDone {
  /** Classes opened out of the line, and how many of them are closed. */
  classes: number;
  closed: number;
  /** Person-times enrolled. */
  people: number;
  /** Credit hours of the classes' timetables, summed. */
  hours: number;
  /** Fees received and kept. */
  receivedFen: Fen;
}

export const nothingDone: PlanLineDone = { classes: 0, closed: 0, people: 0, hours: 0, receivedFen: 0 };

/** A year's plan with its lines, and what was held of each. */
export interface YearPlan {
  plan: Plan;
  lines: PlanLine[];
  done: ReadonlyMap<string, PlanLineDone>;
}

/** What all lines came to together. */
export function sumDone(done: Iterable<PlanLineDone>): PlanLineDone {
  const sum = { ...nothingDone };
  for (const one of done) {
    sum.classes += one.classes;
    sum.closed += one.closed;
    sum.people += one.people;
    sum.hours += one.hours;
    sum.receivedFen += one.receivedFen;
  }
  return sum;
}

/**
 * Lines that stand against completing a plan (第22条: the base carries its plan out): fewer classes
 * closed than planned, and no reason given why.
 */
export function linesNotCarriedOut(
  lines: readonly PlanLine[],
  done: ReadonlyMap<string, PlanLineDone>,
): PlanLine[] {
  return lines.filter(
    ({ id, classes, dropped }) => dropped === null && (done.get(id)?.closed ?? 0) < classes,
  );
}

/** What a plan asks of the year in all, without what was dropped. */
export function sumPlan(lines: readonly PlanLine[]) {
  const sum = { classes: 0, people: 0, hours: 0, incomeFen: 0 };
  for (const { classes, people, hours, feeFen, dropped } of lines) {
    if (dropped) continue;
    sum.classes += classes;
    sum.people += people;
    sum.hours += hours * classes;
    sum.incomeFen += feeFen * people;
  }
  return sum;
}
