export { publishNotice } from './notice-commands.ts';
