export { disclosureCommands } from './commands.ts';
export { DisclosurePage } from './disclosure-page.tsx';
