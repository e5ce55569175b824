export { disclosureCommands } from './commands.ts';
