export { complianceCommands } from './commands.ts';
