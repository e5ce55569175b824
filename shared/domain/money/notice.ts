import { z } from 'zod';
import { type CivilDate, civilDate } from '../base/civil-date.ts';
import type { SubjectKind } from '../teaching/course.ts';
import type { FeeItem } from './fee.ts';

/** What a person states of a notice; what it lists comes from plan and classes. */
export const noticeTexts = z.object({
  /** Whom and what the base trains. */
  scope: z.string().trim().min(4, '请写明培训范围').max(500),
  contact: z.string().trim().min(4, '请填写联系人和电话').max(120),
  /** Where one can complain about fees. */
  complaints: z.string().trim().min(4, '请填写监督投诉电话').max(120),
  /** Where it is made public: a website, a notice board. */
  place: z.string().trim().min(2, '请填写公开的地点或网址').max(120),
  publishedOn: civilDate,
});
export type NoticeTexts = z.infer<typeof noticeTexts>;

/** One class, or one line of the plan, as it was made public. */
export interface NoticeLine {
  classId: string | null;
  planLineId: string | null;
  title: string;
  subjectKind: SubjectKind;
  content: string;
  audience: string;
  hours: number;
  period: string;
  isPublicBenefit: boolean;
  items: FeeItem[];
}

/** A published version of the fee disclosure (第22条): frozen from then on, replaced only by a later version. */
export interface Notice extends NoticeTexts {
  id: string;
  /** From 1. */
  version: number;
  baseName: string;
  approvalNumber: string;
  publishedOn: CivilDate;
  lines: NoticeLine[];
  at: string;
  by: string;
}
