export { addCourse, courseCommands } from './commands.ts';
export { CoursesPage } from './courses-page.tsx';
export { useCourses } from './queries.ts';
