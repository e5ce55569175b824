export { editEmployer, mergeEmployers, removeEmployer } from './employer-commands.ts';
