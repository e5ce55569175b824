export { outsideHoursCommands } from './commands.ts';
export { OutsideImportPage } from './import-page.tsx';
export { OutsideHoursPage } from './outside-hours-page.tsx';
