import { addDays, type CivilDate } from '../domain/base/civil-date.ts';
import { type FeeItem, type FeeName, type FeeUnit, feeKey } from '../domain/money/fee.ts';
import { type Fen, formatFen } from '../domain/money/money.ts';
import type { Notice } from '../domain/money/notice.ts';
import type { OrganiserKind, TrainingClass } from '../domain/teaching/class.ts';
import type { Session } from '../domain/teaching/session.ts';
import { type Refusal, refusal } from '../refusals/index.ts';
import { countCreditHours } from './credit-hours.ts';
import { noticeLineOf, publishedStandard } from './disclosure.ts';

/**
 * Why fee items are not to be: a class that an authority holds itself charges nothing, textbook and
 * certificate included (第26条). Null where they may be.
 */
export function authorityFault(
  of: { title: string; organiserKind: OrganiserKind },
  amounts: readonly Fen[],
): Refusal | null {
  if (of.organiserKind !== 'authority' || amounts.every((amount) => amount === 0)) return null;
  return refusal('authorityCharges', { title: of.title });
}

/** How many units of an item one learner can be charged for in a class. */
export function chargeableUnits(
  unit: FeeUnit,
  sessions: readonly Session[],
  { startDate, endDate }: Pick<TrainingClass, 'startDate' | 'endDate'>,
): number {
  if (unit === 'person') return 1;
  if (unit === 'hour') return countCreditHours(sessions, new Set(sessions.map(({ id }) => id))).total;
  if (startDate === null || endDate === null) return 0;
  let days = 1;
  for (let date = startDate; date < endDate; date = addDays(date, 1)) days += 1;
  return days;
}

export interface AskedCharge {
  of: TrainingClass;
  learnerName: string;
  item: FeeName;
  unitFen: Fen;
  quantity: number;
  date: CivilDate;
  /** What the learner was charged for this item before, without what was given up with refunds. */
  chargedFen: Fen;
  /** From `chargeableUnits`. */
  limit: number;
  /** In force for the class on the day (`noticeInForce`). */
  notice: Notice | null;
}

/**
 * Why a charge is not to be made; null where it may be. An authority's class charges nothing (第26条);
 * everybody else only what the class lists and its notice says, at most at the published standard, and
 * not before the notice (第22条).
 */
export function chargeFault(asked: AskedCharge): Refusal | null {
  const { of, item, unitFen, quantity, notice, limit, learnerName } = asked;
  const forbidden = authorityFault(of, [unitFen]);
  if (forbidden) return forbidden;
  const about = { title: of.title, item: item.title };
  const listed = of.feeItems.find((one) => feeKey(one) === feeKey(item));
  if (!listed) return refusal('feeNotListed', about);
  const published = notice && publishedStandard(noticeLineOf(notice, of), item);
  if (!notice || !published) return refusal('feeNotDisclosed', about);
  const standard = lowerStandard(listed, published);
  if (unitFen > standard.standardFen) {
    return refusal('feeAboveStandard', {
      ...about,
      asked: formatFen(unitFen),
      standard: formatFen(standard.standardFen),
    });
  }
  if (quantity > limit) return refusal('feeTooManyUnits', { ...about, name: learnerName, quantity, limit });
  const whole = asked.chargedFen + unitFen * quantity;
  if (whole > standard.standardFen * limit) {
    return refusal('feeChargedTwice', { ...about, name: learnerName, charged: formatFen(asked.chargedFen) });
  }
  return null;
}

function lowerStandard(listed: FeeItem, published: FeeItem): FeeItem {
  return listed.standardFen < published.standardFen ? listed : published;
}
