import { chinesePeriod } from '../../../shared/domain/base/civil-date.ts';
import type { NoticeLine } from '../../../shared/domain/money/notice.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { feeItemsOfPlanLine, monthsText, type PlanLine } from '../../../shared/domain/teaching/plan.ts';
import { countCreditHours } from '../../../shared/regulation/credit-hours.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { mustGet, sessionsOfClass } from '../lookups.ts';

/** What a notice says of a line of the plan. */
export function lineOfPlanLine(line: PlanLine): NoticeLine {
  return {
    classId: null,
    planLineId: line.id,
    title: line.title,
    subjectKind: line.subjectKind,
    content: '',
    audience: line.audience,
    hours: line.hours,
    period: monthsText(line),
    isPublicBenefit: false,
    items: feeItemsOfPlanLine(line),
  };
}

/** What a notice says of a class, from the class, its course, timetable and plan line. */
export async function lineOfClass(database: BaseDatabase, of: TrainingClass): Promise<NoticeLine> {
  const [course, sessions, planLine] = await Promise.all([
    mustGet(database, 'courses', of.courseId, '课程'),
    sessionsOfClass(database, of.id),
    database.rows.planLines.get(of.planLineId ?? ''),
  ]);
  const all = new Set(sessions.map(({ id }) => id));
  return {
    classId: of.id,
    planLineId: of.planLineId,
    title: of.title,
    subjectKind: planLine?.subjectKind ?? course.subjectKind,
    content: of.content,
    audience: planLine?.audience ?? '专业技术人员',
    hours: countCreditHours(sessions, all).total,
    period: of.startDate && of.endDate ? chinesePeriod(of.startDate, of.endDate) : '另行通知',
    isPublicBenefit: of.isPublicBenefit,
    items: of.feeItems,
  };
}
