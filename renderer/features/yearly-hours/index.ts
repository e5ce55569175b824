export { EmployerYearPage } from './employer-year-page.tsx';
export { LearnerYear } from './learner-year.tsx';
export { type BaseYear, baseYear, employerYears } from './queries.ts';
export { YearSelect } from './year-select.tsx';
