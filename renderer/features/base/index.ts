export { baseCommands, setUpBase } from './commands.ts';
export { useBase } from './queries.ts';
export { SetUpPage } from './set-up-page.tsx';
export { SettingsPage } from './settings-page.tsx';
