import { type figures, isMoneyMeasure, measureLabel } from '../../domain/base/measures.ts';
import { sharePercent } from '../../domain/base/percent.ts';
import type { Statistics } from '../../domain/base/statistics.ts';
import { formatFen } from '../../domain/money/money.ts';

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

/** Satisfied of rated, in percent to one decimal; a dash of nothing. */
export function satisfactionText({ satisfaction }: Pick<Statistics, 'satisfaction'>): string {
  const { runs, given, answers, satisfied, rated } = satisfaction;
  return `${runs} 次调查，发出 ${given} 份，收回 ${answers} 份（回收率 ${sharePercent(answers, given)}），满意率 ${sharePercent(satisfied, rated)}`;
}
