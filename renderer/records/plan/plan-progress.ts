import { paidFen, sumFen } from '../../../shared/domain/money/charge.ts';
import type { Plan, PlanLine } from '../../../shared/domain/teaching/plan.ts';
import { countCreditHours } from '../../../shared/regulation/credit-hours.ts';
import { nothingDone, type PlanLineDone, type YearPlan } from '../../../shared/regulation/plan-progress.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { sessionsOfClass } from '../lookups.ts';

/** The plan of a civil year; a draft without steps where nobody has begun one. */
export async function planOf(database: BaseDatabase, year: number): Promise<Plan> {
  const stored = await database.rows.plans.get(String(year));
  return stored ?? { id: String(year), state: 'draft', approval: null, steps: [] };
}

/** What was held of each line, from the classes opened out of it. */
async function doneByLine(
  database: BaseDatabase,
  lines: readonly PlanLine[],
): Promise<Map<string, PlanLineDone>> {
  const { classes, enrolments, charges } = database.rows;
  const opened = await classes
    .where('planLineId')
    .anyOf(lines.map(({ id }) => id))
    .toArray();
  const done = new Map<string, PlanLineDone>();
  for (const of of opened) {
    const [sessions, people, charged] = await Promise.all([
      sessionsOfClass(database, of.id),
      enrolments.where('classId').equals(of.id).count(),
      charges.where('classId').equals(of.id).toArray(),
    ]);
    const all = new Set(sessions.map(({ id }) => id));
    const before = done.get(of.planLineId ?? '') ?? nothingDone;
    done.set(of.planLineId ?? '', {
      classes: before.classes + 1,
      closed: before.closed + (of.closed ? 1 : 0),
      people: before.people + people,
      hours: before.hours + countCreditHours(sessions, all).total,
      receivedFen: before.receivedFen + sumFen(charged.map(paidFen)),
    });
  }
  return done;
}

/** A year's plan with its lines in the order of their months, and what was held of each. */
export async function readYearPlan(database: BaseDatabase, year: number): Promise<YearPlan> {
  const [plan, lines] = await Promise.all([
    planOf(database, year),
    database.rows.planLines.where('year').equals(year).toArray(),
  ]);
  lines.sort((a, b) => a.firstMonth.localeCompare(b.firstMonth) || a.title.localeCompare(b.title, 'zh-CN'));
  return { plan, lines, done: await doneByLine(database, lines) };
}
