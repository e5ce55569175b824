import { z } from 'zod';

/** 第9条. */
export const subjectKinds = { general: '公需科目', professional: '专业科目' } as const;
export const subjectKind = z.enum(['general', 'professional']);
export type SubjectKind = z.infer<typeof subjectKind>;

/** A subject as narrow columns name it: `公需`. */
export function shortSubject(kind: SubjectKind): string {
  return subjectKinds[kind].slice(0, 2);
}

export const courseDetails = z.object({
  title: z.string().trim().min(2, '课程名称至少 2 个字').max(80),
  subjectKind,
  content: z.string().trim().min(1, '请填写课程内容（第10条要求登记）').max(2000),
  creditHours: z.number().int().min(1, '学时至少为 1').max(500),
  textbook: z.string().trim().max(200),
});
export type CourseDetails = z.infer<typeof courseDetails>;

export const course = courseDetails.extend({ id: z.uuid() });
export type Course = z.infer<typeof course>;
