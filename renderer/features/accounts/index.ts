export { AccountsPage } from './accounts-page.tsx';
export {
  accountCommands,
  addAccount,
  editAccount,
  foundAdministrator,
  recordPasswordChange,
  recordPasswordReset,
} from './commands.ts';
