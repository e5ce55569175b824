export { addMeans, meansCommands } from './commands.ts';
export { MeansPage } from './means-page.tsx';
export { allMeans, useMeans } from './queries.ts';
export { RoomField } from './room-field.tsx';
export { TextbookField } from './textbook-field.tsx';
