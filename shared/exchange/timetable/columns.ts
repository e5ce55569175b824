import { sheetKindOf } from '../roster/header.ts';

/** What the columns of a class's timetable can hold, with the headings people write for it. */
export const timetableFields = {
  date: { label: '日期', synonyms: ['日期', '上课日期', '授课日期'] },
  time: { label: '时间', synonyms: ['时间', '上课时间', '授课时间', '起止时间', '时段'] },
  subjectKind: { label: '科目', synonyms: ['科目', '科目类别', '类别'] },
  topic: { label: '内容', synonyms: ['内容', '授课内容', '课程', '课程内容', '题目', '专题'] },
  trainerName: { label: '授课教师', synonyms: ['授课教师', '教师', '主讲', '主讲教师', '授课人', '讲师'] },
  place: { label: '地点', synonyms: ['地点', '教室', '上课地点', '授课地点'] },
  mode: { label: '方式', synonyms: ['方式', '授课方式', '形式'] },
  minutes: { label: '授课分钟数', synonyms: ['授课分钟数', '分钟', '分钟数', '授课分钟'] },
  sharedReason: { label: '合班或共用说明', synonyms: ['合班或共用说明', '合班说明', '合班'] },
} as const;

export type TimetableField = keyof typeof timetableFields;

export const timetableSheet = sheetKindOf<TimetableField>(timetableFields, 'date');

/** The headings of the template; no sample row, which somebody would send back. */
export const timetableTemplate: string[][] = [Object.values(timetableFields).map(({ label }) => label)];
