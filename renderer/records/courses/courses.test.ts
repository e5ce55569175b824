import { expect, test } from 'vitest';
import { openClassWith, openDesk, refused } from '../../../tests/support/desk.ts';
import { addCourse, editCourse, removeCourse } from './commands.ts';
import { readCourses } from './queries.ts';

const details = {
  title: '测绘新技术',
  subjectKind: 'professional' as const,
  content: '倾斜摄影、实景三维',
  creditHours: 24,
  textbook: '',
};

test('the catalogue stands in the order of its titles as they are read', async () => {
  const desk = await openDesk();
  for (const title of ['职业道德', '测绘新技术', '安全生产']) {
    await desk.execute(addCourse, { ...details, title });
  }
  expect((await readCourses(desk.database)).map(({ title }) => title)).toEqual([
    '安全生产',
    '测绘新技术',
    '职业道德',
  ]);
});

test('a course is changed where it stands', async () => {
  const desk = await openDesk();
  const { id } = await desk.execute(addCourse, details);
  await desk.execute(editCourse, { ...details, id, creditHours: 16, textbook: '读本（第三版）' });
  expect(await readCourses(desk.database)).toEqual([
    { ...details, id, creditHours: 16, textbook: '读本（第三版）' },
  ]);
});

test('one that is not there can be neither changed nor removed', async () => {
  const desk = await openDesk();
  const { id } = await desk.execute(addCourse, details);
  await desk.execute(removeCourse, { id });
  expect(await refused(desk.execute(editCourse, { ...details, id }))).toMatchObject({
    code: 'notFound',
    message: expect.stringContaining('课程“测绘新技术”'),
  });
  expect((await refused(desk.execute(removeCourse, { id }))).code).toBe('notFound');
});

test('a course that a class was opened of stays', async () => {
  const desk = await openDesk();
  const { courseId } = await openClassWith(desk, []);
  expect(await refused(desk.execute(removeCourse, { id: courseId }))).toMatchObject({
    code: 'courseInUse',
    message: expect.stringContaining('知识更新'),
  });
  expect(await readCourses(desk.database)).toHaveLength(1);
});

test('a teacher changes nothing of the catalogue', async () => {
  const desk = await openDesk();
  desk.actor = { name: '高老师', roles: ['teacher'] };
  expect((await refused(desk.execute(addCourse, details))).code).toBe('notAllowed');
});
