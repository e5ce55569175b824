import { z } from 'zod';
import { civilDate } from './civil-date.ts';

export const teachingModes = { inPerson: '面授', remote: '远程' } as const;
export const teachingMode = z.enum(['inPerson', 'remote']);

export const classDetails = z.object({
  number: z.string().trim().min(1, '请填写班号').max(30),
  title: z.string().trim().min(2, '培训班名称至少 2 个字').max(80),
  courseId: z.uuid(),
  content: z.string().trim().min(1, '请填写培训内容（第10条要求登记）').max(2000),
  organiser: z.string().trim().min(2, '请填写主办单位').max(80),
  place: z.string().trim().max(80),
  mode: teachingMode,
  responsibleTeacher: z.string().trim().max(40),
  capacity: z.number().int().min(1, '人数上限至少为 1').max(5000).nullable(),
  attendanceThresholdPercent: z.number().int().min(0).max(100),
  passMark: z.number().min(0).max(100),
});
export type ClassDetails = z.infer<typeof classDetails>;

/** One run of training; its period is the first and last day of its sessions. */
export const trainingClass = classDetails.extend({
  id: z.uuid(),
  startDate: civilDate.nullable(),
  endDate: civilDate.nullable(),
});
export type TrainingClass = z.infer<typeof trainingClass>;

const boastfulWords = ['领导干部', '总裁', '精英', '领袖'];

/** Words in a class title that a supervisor would question; each deserves a warning. */
export function boastfulWordsIn(title: string): string[] {
  return boastfulWords.filter((word) => title.includes(word));
}
