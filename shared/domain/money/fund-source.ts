import { oneOf } from '../base/one-of.ts';

/** 第5条: who bears the cost. */
export const fundSources = {
  government: '政府',
  employer: '用人单位',
  learner: '个人',
  society: '社会',
} as const;
export type FundSource = keyof typeof fundSources;
export const fundSource = oneOf(fundSources);
