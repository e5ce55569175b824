import { z } from 'zod';
import { civilDate } from '../base/civil-date.ts';
import { type FeeItem, feeKinds } from '../money/fee.ts';
import { fundSource } from '../money/fund-source.ts';
import { fen } from '../money/money.ts';
import { subjectKind } from './course.ts';

export const planStates = {
  draft: '草案',
  submitted: '报批',
  approved: '批准',
  running: '执行',
  done: '完成',
} as const;
export type PlanState = keyof typeof planStates;

export const planYear = z.number().int().min(2017).max(2100);

/** A month of a year, `YYYY-MM`. */
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份请按 2026-03 的格式填写');

/** What a line rests on (第24条): runs of surveys, and what was evaluated or asked for elsewhere, in words. */
const planEvidence = z.object({
  runIds: z.array(z.uuid()).max(100),
  stated: z.string().trim().max(300),
});
export type PlanEvidence = z.infer<typeof planEvidence>;
export const noEvidence: PlanEvidence = { runIds: [], stated: '' };

/** One line of a yearly teaching plan (第22条): what is to be taught, to whom, how much, when and by whom. */
export const planLineDetails = z
  .object({
    year: planYear,
    title: z.string().trim().min(2, '培训名称至少 2 个字').max(80),
    subjectKind,
    audience: z.string().trim().min(2, '请填写培训对象').max(120),
    /** Credit hours of one class. */
    hours: z.number().int('学时应为整数').min(1, '学时至少为 1').max(500, '学时不能超过 500'),
    classes: z.number().int('期数应为整数').min(1, '期数至少为 1').max(100, '期数不能超过 100'),
    /** Over all classes. */
    people: z.number().int('人数应为整数').min(1, '人数至少为 1').max(100_000, '人数过大'),
    firstMonth: month,
    lastMonth: month,
    trainer: z.string().trim().max(120),
    /** What one person is to pay. */
    feeFen: fen,
    /** The document the fee rests on. */
    feeBasis: z.string().trim().max(120),
    fundSource,
    evidence: planEvidence,
  })
  .refine(({ firstMonth, lastMonth }) => firstMonth <= lastMonth, {
    path: ['lastMonth'],
    message: '结束月份不能早于开始月份',
  })
  .refine(({ year, firstMonth }) => firstMonth.startsWith(String(year)), {
    path: ['firstMonth'],
    message: '开始月份应在计划年度之内',
  });
export type PlanLineDetails = z.infer<typeof planLineDetails>;

/** What became of a line after the plan was approved, and why. */
interface PlanLineChange {
  at: string;
  by: string;
  reason: string;
  /** The line as it was; null where it was added. */
  before: PlanLineDetails | null;
}

export interface PlanLine extends PlanLineDetails {
  id: string;
  changes: PlanLineChange[];
  /** Why it is not carried out; its classes may be missing then. */
  dropped: { at: string; by: string; reason: string } | null;
}

/** The months of a line as one phrase: `2026-03 至 2026-06`, or the one month. */
export function monthsText({ firstMonth, lastMonth }: Pick<PlanLine, 'firstMonth' | 'lastMonth'>): string {
  return firstMonth === lastMonth ? firstMonth : `${firstMonth} 至 ${lastMonth}`;
}

/** The fee of a line as a class opened out of it charges it, and a notice states it. */
export function feeItemsOfPlanLine({ feeFen, feeBasis }: PlanLine): FeeItem[] {
  if (feeFen === 0) return [];
  return [
    { kind: 'training', title: feeKinds.training, unit: 'person', standardFen: feeFen, basis: feeBasis },
  ];
}

export const planApproval = z.object({
  number: z.string().trim().min(2, '请填写批准文号').max(60),
  date: civilDate,
  authority: z.string().trim().min(2, '请填写批准部门').max(60),
});

/** The teaching plan of a civil year. */
export interface Plan {
  /** The year as text. */
  id: string;
  state: PlanState;
  approval: z.infer<typeof planApproval> | null;
  /** Each step it took, the reason where one was asked for. */
  steps: { state: PlanState; at: string; by: string; reason: string }[];
}
