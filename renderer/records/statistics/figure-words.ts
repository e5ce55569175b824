import { type figures, isMoneyMeasure, measureLabel } from '../../../shared/domain/base/measures.ts';
import type { Statistics } from '../../../shared/domain/base/statistics.ts';
import { formatFen } from '../../../shared/domain/money/money.ts';

export type Totals = Statistics['totals'];

/** What a measure is called at the desk; money in 分, as packages have it. */
export function measureText(measure: string): string {
  return isMoneyMeasure(measure) ? `${measureLabel(measure)}（分）` : measureLabel(measure);
}

export function figureText(totals: Totals, { key, isMoney }: (typeof figures)[number]): string {
  return isMoney ? formatFen(totals[key]) : totals[key].toLocaleString('zh-CN');
}

/** How a figure moved against the same period a year ago, in words. */
export function changeText(now: number, before: number): string {
  if (now === before) return '与去年同期持平';
  if (before === 0) return '去年同期没有';
  const percent = Math.round((Math.abs(now - before) / before) * 1000) / 10;
  return `比去年同期${now > before ? '增加' : '减少'} ${percent}%`;
}
