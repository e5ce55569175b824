export { outsideHoursCommands } from './commands.ts';
