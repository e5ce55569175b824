export { disclosureCommands } from './commands.ts';
export { DisclosurePage } from './disclosure-page.tsx';
export { undisclosedClasses } from './queries.ts';
