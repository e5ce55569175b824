import type { CivilDate } from '../domain/base/civil-date.ts';
import { type FeeItem, type FeeName, feeKey } from '../domain/money/fee.ts';
import { formatFen } from '../domain/money/money.ts';
import type { Notice, NoticeLine } from '../domain/money/notice.ts';
import type { TrainingClass } from '../domain/teaching/class.ts';

type Disclosed = Pick<TrainingClass, 'id' | 'planLineId'>;

/** What a notice says of a class: by itself, or by the line of the plan it was opened out of. */
export function noticeLineOf(notice: Notice, of: Disclosed): NoticeLine | null {
  const { lines } = notice;
  return (
    lines.find(({ classId }) => classId === of.id) ??
    lines.find(({ planLineId, classId }) => planLineId && classId === null && planLineId === of.planLineId) ??
    null
  );
}

/**
 * The notice in force for a class on a day (第22条): the latest version published by then that speaks of
 * it. Null where none does.
 */
export function noticeInForce(notices: readonly Notice[], of: Disclosed, date: CivilDate): Notice | null {
  return notices
    .filter((notice) => notice.publishedOn <= date && noticeLineOf(notice, of) !== null)
    .reduce<Notice | null>((last, next) => (last && last.version > next.version ? last : next), null);
}

/** The published standard of a fee item; null where the notice does not say it. */
export function publishedStandard(line: NoticeLine | null, item: FeeName): FeeItem | null {
  const key = feeKey(item);
  return line?.items.find((one) => feeKey(one) === key) ?? null;
}

/**
 * What a class means to charge beyond its published notice, in words: an item that was not made public,
 * or a standard above the published one (第22条). Free items need no notice.
 */
export function disclosureFaults(items: readonly FeeItem[], line: NoticeLine | null): string[] {
  return items.flatMap((item) => {
    if (item.standardFen === 0) return [];
    const published = publishedStandard(line, item);
    if (published === null) return [`“${item.title}”没有公示`];
    if (item.standardFen <= published.standardFen) return [];
    return [
      `“${item.title}” ${formatFen(item.standardFen)} 元高于公示标准 ${formatFen(published.standardFen)} 元`,
    ];
  });
}

/** A class whose fees go beyond the notice in force, and how. */
export interface UndisclosedClass {
  of: TrainingClass;
  faults: string[];
}

/** Classes that mean to charge what the notice in force does not say (第22条). */
export function undisclosedClasses(
  classes: readonly TrainingClass[],
  notices: readonly Notice[],
  today: CivilDate,
): UndisclosedClass[] {
  return classes.flatMap((of) => {
    const notice = noticeInForce(notices, of, today);
    const faults = disclosureFaults(of.feeItems, notice && noticeLineOf(notice, of));
    return faults.length > 0 ? [{ of, faults }] : [];
  });
}
