import type { YearlyState } from './yearly-requirement.ts';

/** What a list of standings may be narrowed to. */
export const standingFilters = {
  all: '全部',
  met: '已达标',
  notMet: '未达标',
  onPace: '进行中',
  atRisk: '有风险',
} as const;
export type StandingFilter = keyof typeof standingFilters;

/** Whether a filter lets a standing through; at risk includes what a year that is over has left short. */
export function passes({ state }: { state: YearlyState }, filter: StandingFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'met' || filter === 'onPace') return state === filter;
  if (filter === 'notMet') return state !== 'met';
  return state === 'atRisk' || state === 'short';
}
