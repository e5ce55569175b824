import type { Course } from '../../../shared/domain/teaching/course.ts';
import type { BaseDatabase } from '../../database/base-database.ts';

/** The course catalogue by title. */
export async function readCourses(database: BaseDatabase): Promise<Course[]> {
  const courses = await database.rows.courses.toArray();
  return courses.sort((a, b) => a.title.localeCompare(b.title, 'zh-CN'));
}
