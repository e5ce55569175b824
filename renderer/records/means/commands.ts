export { addMeans, editMeans, removeMeans } from './means-commands.ts';
