export {
  addOutsideEntry,
  editOutsideEntry,
  importOutsideEntries,
  removeOutsideEntry,
} from './outside-entry-commands.ts';
