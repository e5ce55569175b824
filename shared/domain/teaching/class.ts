import { z } from 'zod';
import { type CivilDate, civilDate, civilDateAt } from '../base/civil-date.ts';
import { oneOf } from '../base/one-of.ts';
import { feeItems } from '../money/fee.ts';
import { fundSource } from '../money/fund-source.ts';
import { countingRules } from './counting-rules.ts';

export const teachingModes = { inPerson: '面授', remote: '远程' } as const;
export const teachingMode = z.enum(['inPerson', 'remote']);

/** Who holds a class: one held by an authority itself charges nothing (第26条). */
export const organiserKinds = {
  base: '继续教育基地',
  authority: '人社部门或行业主管部门直接举办',
  other: '其他单位',
} as const;
export type OrganiserKind = keyof typeof organiserKinds;
const organiserKind = oneOf(organiserKinds);

export const classDetails = z.object({
  number: z.string().trim().min(1, '请填写班号').max(30),
  title: z.string().trim().min(2, '培训班名称至少 2 个字').max(80),
  courseId: z.uuid(),
  content: z.string().trim().min(1, '请填写培训内容（第10条要求登记）').max(2000),
  organiser: z.string().trim().min(2, '请填写主办单位').max(80),
  organiserKind: organiserKind,
  /** Who carries it out for the organiser; empty where the organiser does. */
  contractor: z.string().trim().max(80),
  /** On whose behalf it is held; empty where on nobody's. */
  commissioner: z.string().trim().max(80),
  /** 第27条. */
  isPublicBenefit: z.boolean(),
  /** Who mainly bears the cost (第5条). */
  fundSource: fundSource,
  place: z.string().trim().max(80),
  mode: teachingMode,
  responsibleTeacher: z.string().trim().max(40),
  capacity: z.number().int().min(1, '人数上限至少为 1').max(5000).nullable(),
  attendanceThresholdPercent: z.number().int().min(0).max(100),
  passMark: z.number().min(0).max(100),
  /** The line of the yearly plan it was opened out of; null outside the plan. */
  planLineId: z.uuid().nullable(),
});
export type ClassDetails = z.infer<typeof classDetails>;

/** One run of training; its period is the first and last day of its sessions. */
export const trainingClass = classDetails.extend({
  id: z.uuid(),
  startDate: civilDate.nullable(),
  endDate: civilDate.nullable(),
  /** How it counts late arrivals and parts of hours: the rules in force when it was opened. */
  countingRules,
  /** Who closed it: from then on, what is registered changes only by correction (第10条). */
  closed: z.object({ at: z.iso.datetime(), by: z.string() }).nullable(),
  /** What it charges (第22条). */
  feeItems,
  /** The published notice in force for it. */
  noticeId: z.uuid().nullable(),
  /** The volume it was filed as: from then on only a supplement changes it. */
  filed: z.object({ filingId: z.uuid(), at: z.iso.datetime(), by: z.string() }).nullable(),
  /** A supplement being made: why, and which operation came last before it. */
  supplement: z
    .object({ reason: z.string(), at: z.iso.datetime(), by: z.string(), after: z.number().int() })
    .nullable(),
  reopenings: z.array(z.object({ at: z.iso.datetime(), by: z.string(), reason: z.string() })),
});
export type TrainingClass = z.infer<typeof trainingClass>;

/** The civil day a class was closed on; null while it is open. */
export function closedOn({ closed }: Pick<TrainingClass, 'closed'>): CivilDate | null {
  return closed ? civilDateAt(Date.parse(closed.at)) : null;
}

const boastfulWords = ['领导干部', '总裁', '精英', '领袖'];

/** Words in a class title that a supervisor would question; each deserves a warning. */
export function boastfulWordsIn(title: string): string[] {
  return boastfulWords.filter((word) => title.includes(word));
}
