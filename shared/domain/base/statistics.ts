import { z } from 'zod';
import { employerKinds } from '../people/employer.ts';
import { titleLevels } from '../people/learner.ts';
import { regions } from '../people/region.ts';
import { civilDate } from './civil-date.ts';

const count = z.number().int().min(0);
/** Whole 分; a net amount may be below 0. */
const fen = z.number().int();

export const period = z
  .object({ from: civilDate, to: civilDate })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: '结束日期不能早于开始日期' });
export type Period = z.infer<typeof period>;

/** How many were trained, and what it brought them. */
const trained = z.object({
  /** Each person once. */
  people: count,
  /** Each person once a class. */
  personTimes: count,
  generalHours: count,
  professionalHours: count,
});
export type Trained = z.infer<typeof trained>;

const breakdownRow = trained.extend({ key: z.string(), label: z.string() });
export type BreakdownRow = z.infer<typeof breakdownRow>;

/** By what the trained are broken down, with its name at the desk. */
export const breakdowns = {
  month: '月份',
  region: '盟市',
  employerKind: '单位性质',
  ownership: '所有制',
  titleLevel: '职称级别',
  subjectKind: '科目',
  mode: '授课方式',
  class: '培训班',
} as const;
export type Breakdown = keyof typeof breakdowns;

const moneyRow = z.object({
  key: z.string(),
  label: z.string(),
  receivedFen: fen,
  refundedFen: fen,
  grantedFen: fen,
  spentFen: fen,
});
export type MoneyRow = z.infer<typeof moneyRow>;

/** What 第28条 asks of a base for a period, every figure counted from its records. */
export const statistics = z.object({
  period,
  totals: trained.extend({
    classes: count,
    publicBenefitClasses: count,
    closedClasses: count,
    sessions: count,
    certificatesIssued: count,
    certificatesVoided: count,
    certificatesReplaced: count,
    outsideEntries: count,
    outsideHours: count,
    receivedFen: fen,
    refundedFen: fen,
    grantedFen: fen,
    spentFen: fen,
    waivedFen: fen,
  }),
  by: z.object({
    month: z.array(breakdownRow),
    region: z.array(breakdownRow),
    employerKind: z.array(breakdownRow),
    ownership: z.array(breakdownRow),
    titleLevel: z.array(breakdownRow),
    subjectKind: z.array(breakdownRow),
    mode: z.array(breakdownRow),
    /** How many a class may have at most, where it is limited. */
    class: z.array(breakdownRow.extend({ capacity: count.nullable() })),
  }),
  /** Hours by the ways of 第12条, in classes and outside; general ones have none. */
  ways: z.array(z.object({ key: z.string(), label: z.string(), entries: count, hours: count })),
  money: z.array(moneyRow),
  /** In service on the last day, on both axes of 第23条. */
  trainers: z.object({
    fullTimeInRegion: count,
    fullTimeOutOfRegion: count,
    partTimeInRegion: count,
    partTimeOutOfRegion: count,
  }),
  /** Of learners' surveys closed in the period with five answers and more. */
  satisfaction: z.object({ runs: count, given: count, answers: count, satisfied: count, rated: count }),
});
export type Statistics = z.infer<typeof statistics>;

/** What nobody has registered yet. */
export const unknownKey = 'unknown';
const unknownLabel = '未登记';

/** The rows a breakdown always has, in their order; others come as they occur. */
export const fixedRows: Partial<Record<Breakdown, Record<string, string>>> = {
  region: { ...regions, [unknownKey]: unknownLabel },
  employerKind: { ...employerKinds, [unknownKey]: unknownLabel },
  ownership: { public: '公有', nonPublic: '非公有', [unknownKey]: unknownLabel },
  titleLevel: titleLevels,
  subjectKind: { general: '公需科目', professional: '专业科目' },
  mode: { inPerson: '面授', remote: '远程' },
};
