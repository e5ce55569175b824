import { useLiveQuery } from 'dexie-react-hooks';
import { civilYear } from '../../../shared/domain/base/civil-date.ts';
import type { Notice, NoticeLine } from '../../../shared/domain/money/notice.ts';
import { type UndisclosedClass, undisclosedClasses } from '../../../shared/regulation/disclosure.ts';
import { useDatabase } from '../../database/context.tsx';
import type { BaseDatabase } from '../../database/schema.ts';
import { openClasses } from '../classes/index.ts';
import { readYearPlan } from '../plan/index.ts';
import { lineOfClass, lineOfPlanLine } from './compose-notice.ts';

/** Every published version, the latest first. */
export function useNotices(): Notice[] | undefined {
  const { database } = useDatabase();
  return useLiveQuery(() => database.rows.notices.orderBy('version').reverse().toArray(), [database]);
}

/** Classes at work that mean to charge what the notice in force does not say (第22条). */
export function useUndisclosedClasses(today: string): UndisclosedClass[] | undefined {
  const { database } = useDatabase();
  return useLiveQuery(
    async () => undisclosedClasses(await openClasses(database), await database.rows.notices.toArray(), today),
    [database, today],
  );
}

/** What the next notice can speak of: classes at work, and lines of the year's plan that have no class yet. */
export interface NoticeChoices {
  classes: (NoticeLine & { classId: string; isOver: boolean })[];
  planLines: (NoticeLine & { planLineId: string })[];
}

async function readChoices(database: BaseDatabase, today: string): Promise<NoticeChoices> {
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

export function useNoticeChoices(today: string): NoticeChoices | undefined {
  const { database } = useDatabase();
  return useLiveQuery(() => readChoices(database, today), [database, today]);
}
