export { addCourse, editCourse, removeCourse } from './course-commands.ts';
