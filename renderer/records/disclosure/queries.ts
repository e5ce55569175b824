import { civilYear } from '../../../shared/domain/base/civil-date.ts';
import type { Notice, NoticeLine } from '../../../shared/domain/money/notice.ts';
import { type UndisclosedClass, undisclosedClasses } from '../../../shared/regulation/disclosure.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { openClasses } from '../classes/queries.ts';
import { readYearPlan } from '../plan/plan-progress.ts';
import { lineOfClass, lineOfPlanLine } from './compose-notice.ts';

/** Every published version, the latest first. */
export async function readNotices(database: BaseDatabase): Promise<Notice[]> {
  return database.rows.notices.orderBy('version').reverse().toArray();
}

/** Classes at work that mean to charge what the notice in force does not say (第22条). */
export async function readUndisclosedClasses(
  database: BaseDatabase,
  today: string,
): Promise<UndisclosedClass[]> {
  return undisclosedClasses(await openClasses(database), await database.rows.notices.toArray(), today);
}

/** What the next notice can speak of: classes at work, and lines of the year's plan that have no class yet. */
export interface NoticeChoices {
  classes: (NoticeLine & { classId: string; isOver: boolean })[];
  planLines: (NoticeLine & { planLineId: string })[];
}

export async function readNoticeChoices(database: BaseDatabase, today: string): Promise<NoticeChoices> {
  const [open, { plan, lines, done }] = await Promise.all([
    openClasses(database),
    readYearPlan(database, civilYear(today)),
  ]);
  const classes = await Promise.all(
    open.map(async (of) => ({
      ...(await lineOfClass(database, of)),
      classId: of.id,
      isOver: of.endDate !== null && of.endDate < today,
    })),
  );
  const isPublic = plan.state === 'approved' || plan.state === 'running';
  const planned = isPublic
    ? lines.filter(
        ({ id, dropped, classes: wanted }) => dropped === null && (done.get(id)?.classes ?? 0) < wanted,
      )
    : [];
  return {
    classes,
    planLines: planned.map((line) => ({ ...lineOfPlanLine(line), planLineId: line.id })),
  };
}
