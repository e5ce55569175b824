export {
  addAccount,
  editAccount,
  foundAdministrator,
  recordPasswordChange,
  recordPasswordReset,
  recordRecoveryRenewal,
} from './account-commands.ts';
