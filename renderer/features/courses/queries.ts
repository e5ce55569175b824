import { useLiveQuery } from 'dexie-react-hooks';
import type { Course } from '../../../shared/domain/teaching/course.ts';
import { useDatabase } from '../../database/context.tsx';

/** The course catalogue by title; undefined while it is read. */
export function useCourses(): Course[] | undefined {
  const { database } = useDatabase();
  return useLiveQuery(async () => {
    const courses = await database.rows.courses.toArray();
    return courses.sort((a, b) => a.title.localeCompare(b.title, 'zh-CN'));
  }, [database]);
}
