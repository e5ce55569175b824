export { addFacility, editFacility, removeFacility } from './facility-commands.ts';
