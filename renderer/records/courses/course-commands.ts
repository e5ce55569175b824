import { z } from 'zod';
import { administratorOnly } from '../../../shared/domain/base/actor.ts';
import { type Course, courseDetails, subjectKinds } from '../../../shared/domain/teaching/course.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { defineCommand } from '../../database/command.ts';
import { mustGet } from '../lookups.ts';

export const addCourse = defineCommand({
  name: 'addCourse',
  label: '添加课程',
  event: 'courseAdded',
  asks: {
    title: { label: '课程名称', kind: 'text' },
    subjectKind: { label: '科目', kind: 'choice', choices: subjectKinds },
    content: { label: '课程内容', kind: 'text' },
    creditHours: { label: '学时', kind: 'number' },
    textbook: { label: '教材（可不填）', kind: 'text' },
  },
  roles: administratorOnly,
  input: courseDetails,
  async perform(details, { write, newId }) {
    const course: Course = { id: newId(), ...details };
    await write.put('courses', course);
    return course;
  },
});

export const editCourse = defineCommand({
  name: 'editCourse',
  label: '修改课程',
  event: 'courseEdited',
  roles: administratorOnly,
  input: courseDetails.extend({ id: z.uuid() }),
  // Nothing stands on it that the places themselves do not show.
  refuseUndo: async () => undefined,
  async perform(course, { database, write }) {
    await mustGet(database, 'courses', course.id, `课程“${course.title}”`);
    await write.put('courses', course);
  },
});

export const removeCourse = defineCommand({
  name: 'removeCourse',
  label: '删除课程',
  event: 'courseRemoved',
  roles: administratorOnly,
  input: z.object({ id: z.uuid() }),
  // Nothing stands on it that the places themselves do not show.
  refuseUndo: async () => undefined,
  async perform({ id }, { database, write }) {
    const course = await mustGet(database, 'courses', id, '课程');
    const used = await database.rows.classes.filter(({ courseId }) => courseId === id).first();
    if (used) throw refusal('courseInUse', { title: course.title });
    await write.remove('courses', id);
  },
});
