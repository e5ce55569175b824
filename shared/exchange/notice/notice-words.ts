import { type FeeItem, feeUnits } from '../../domain/money/fee.ts';
import { formatFen } from '../../domain/money/money.ts';
import type { NoticeLine } from '../../domain/money/notice.ts';

/** A fee item as the public reads it: `培训费 600.00 元/人`. */
function feeText({ title, standardFen, unit }: FeeItem): string {
  return standardFen === 0 ? `${title} 不收费` : `${title} ${formatFen(standardFen)} ${feeUnits[unit]}`;
}

/** What a line charges; where it charges nothing it says so. */
export function feesText({ items, isPublicBenefit }: NoticeLine): string {
  const benefit = isPublicBenefit ? '（公益性）' : '';
  const charged = items.filter(({ standardFen }) => standardFen > 0);
  return charged.length === 0 ? `不收费${benefit}` : `${items.map(feeText).join('\n')}${benefit}`;
}

/** The documents the fees of a line rest on, each once. */
export function basisText({ items }: NoticeLine): string {
  return [...new Set(items.filter(({ standardFen }) => standardFen > 0).map(({ basis }) => basis))].join(
    '\n',
  );
}
