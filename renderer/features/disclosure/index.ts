export { disclosureCommands, publishNotice } from './commands.ts';
export { DisclosurePage } from './disclosure-page.tsx';
