import type { Course } from '../../../shared/domain/teaching/course.ts';
import { defineTable } from './table.ts';

export const courses = defineTable<Course>()({
  key: 'id',
  indexes: [],
  label: '课程',
  nameOf: ({ title }) => title,
  class: null,
  countedOn: null,
  ledger: null,
  sealed: null,
  words: {
    title: '名称',
    subjectKind: '科目类别',
    content: '内容',
    creditHours: '学时',
    textbook: '教材',
    id: null,
  },
});
