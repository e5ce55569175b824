import { z } from 'zod';
import { type ProofFile, proofFile } from '../teaching/outside-entry.ts';
import { civilDate } from './civil-date.ts';
import { oneOf } from './one-of.ts';

/** Duties of the base that the administrator has to show evidence of, by the article that asks. */
export const recordedDuties = {
  premises: { article: 21, label: '场所和设施' },
  textbooks: { article: 21, label: '教材' },
  staff: { article: 21, label: '人员和组织机构' },
  rules: { article: 21, label: '管理制度' },
  plan: { article: 22, label: '年度教学计划' },
  disclosure: { article: 22, label: '公开培训范围、内容、收费项目及标准' },
  trainers: { article: 23, label: '专兼职师资' },
  evaluation: { article: 24, label: '培训效果评估' },
  freeOfCharge: { article: 26, label: '行政主管部门直接举办的培训不收费' },
  inspection: { article: 29, label: '接受监督检查' },
} as const;
export type RecordedDuty = keyof typeof recordedDuties;
const recordedDuty = oneOf(recordedDuties);

/** What shows that the base did its duty in a civil year. */
export const dutyEvidence = z.object({
  duty: recordedDuty,
  year: z.number().int().min(2017).max(2100),
  /** What was done: a document number, a place, a date. */
  evidence: z.string().trim().min(4, '请写明依据，例如文号、公开的地点和日期').max(300),
  date: civilDate,
  proof: proofFile.nullable(),
});

export interface DutyRecord extends z.infer<typeof dutyEvidence> {
  id: string;
  proof: ProofFile | null;
  /** ISO instant. */
  at: string;
  by: string;
}
