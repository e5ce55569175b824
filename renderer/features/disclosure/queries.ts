import { useLiveQuery } from 'dexie-react-hooks';
import type { TrainingClass } from '../../../shared/domain/class.ts';
import type { Notice, NoticeLine } from '../../../shared/domain/notice.ts';
import { disclosureFaults, noticeInForce, noticeLineOf } from '../../../shared/regulation/disclosure.ts';
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

/** A class whose fees go beyond the notice in force, and how. */
export interface UndisclosedClass {
  of: TrainingClass;
  faults: string[];
}

/** Classes at work that mean to charge what the notice in force does not say (第22条). */
export async function undisclosedClasses(database: BaseDatabase, today: string): Promise<UndisclosedClass[]> {
  const [classes, notices] = await Promise.all([openClasses(database), database.rows.notices.toArray()]);
  return classes.flatMap((of) => {
    const notice = noticeInForce(notices, of, today);
    const faults = disclosureFaults(of.feeItems ?? [], notice && noticeLineOf(notice, of));
    return faults.length > 0 ? [{ of, faults }] : [];
  });
}

export function useUndisclosedClasses(today: string): UndisclosedClass[] | undefined {
  const { database } = useDatabase();
  return useLiveQuery(() => undisclosedClasses(database, today), [database, today]);
}

/** What the next notice can speak of: classes at work, and lines of the year's plan that have no class yet. */
export interface NoticeChoices {
  classes: (NoticeLine & { classId: string })[];
  planLines: (NoticeLine & { planLineId: string })[];
}

async function readChoices(database: BaseDatabase, year: number): Promise<NoticeChoices> {
  const [open, { plan, lines, done }] = await Promise.all([
    openClasses(database),
    readYearPlan(database, year),
  ]);
  const classes = await Promise.all(
    open.map(async (of) => ({ ...(await lineOfClass(database, of)), classId: of.id })),
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

export function useNoticeChoices(year: number): NoticeChoices | undefined {
  const { database } = useDatabase();
  return useLiveQuery(() => readChoices(database, year), [database, year]);
}
