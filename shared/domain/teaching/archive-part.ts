import { z } from 'zod';
import { oneOf } from '../base/one-of.ts';

/** What the app itself can put into an archive. */
export const archiveSources = {
  plan: '教学计划和批准',
  notice: '收费公示',
  timetable: '课程表',
  roster: '学员名册',
  attendance: '考勤登记',
  trainers: '授课教师',
  textbooks: '教材目录',
  results: '考核成绩',
  evaluation: '评估结果',
  certificates: '证书登记',
  fees: '收费和支出记录',
} as const;
export type ArchiveSource = keyof typeof archiveSources;

/** One part of a class's teaching archive (第22条), in the order of the volume. */
const archivePart = z.object({
  id: z.string().regex(/^[a-z][a-zA-Z0-9-]{0,40}$/),
  title: z.string().trim().min(2, '名称至少 2 个字').max(40),
  /** What the app fills it with; null where only attachments do. */
  source: oneOf(archiveSources).nullable(),
  /** It is a gap while it holds nothing. */
  isRequired: z.boolean(),
  /** It is a gap while nobody attached anything, whatever the app has: signed or sealed paper. */
  needsAttachment: z.boolean(),
});
export type ArchivePart = z.infer<typeof archivePart>;

/** Common practice, not the text of the measures. */
export const defaultArchiveParts: readonly ArchivePart[] = [
  { id: 'plan', title: '计划和批准', source: 'plan', isRequired: true, needsAttachment: false },
  { id: 'notice', title: '办班通知和收费公示', source: 'notice', isRequired: true, needsAttachment: false },
  { id: 'timetable', title: '课程表', source: 'timetable', isRequired: true, needsAttachment: false },
  { id: 'roster', title: '学员名册', source: 'roster', isRequired: true, needsAttachment: false },
  { id: 'attendance', title: '签到和考勤', source: 'attendance', isRequired: true, needsAttachment: false },
  { id: 'trainers', title: '授课教师和讲义', source: 'trainers', isRequired: true, needsAttachment: false },
  { id: 'textbooks', title: '教材目录', source: 'textbooks', isRequired: true, needsAttachment: false },
  { id: 'assessment', title: '试卷和成绩', source: 'results', isRequired: true, needsAttachment: false },
  { id: 'evaluation', title: '效果评估', source: 'evaluation', isRequired: true, needsAttachment: false },
  {
    id: 'certificates',
    title: '证书登记表',
    source: 'certificates',
    isRequired: true,
    needsAttachment: false,
  },
  { id: 'fees', title: '收费和支出记录', source: 'fees', isRequired: true, needsAttachment: false },
  { id: 'photos', title: '照片', source: null, isRequired: false, needsAttachment: false },
  { id: 'summary', title: '培训总结', source: null, isRequired: true, needsAttachment: true },
];

export const archiveParts = z
  .array(archivePart)
  .min(1, '归档内容至少一项')
  .max(40)
  .refine((parts) => new Set(parts.map(({ id }) => id)).size === parts.length, '归档内容有重复');
