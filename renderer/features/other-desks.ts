// Desks that are no base's; a new one is one line here and its own folder.
export { authority } from './authority/desk.ts';
