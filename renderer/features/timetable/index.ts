export { TimetablePage } from './timetable-page.tsx';
