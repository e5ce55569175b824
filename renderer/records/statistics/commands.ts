export { registerAuthority, removeAuthority } from './authority-commands.ts';
export {
  beginCorrection,
  endCorrection,
  markSubmissionSent,
  recordSubmission,
  takeReceipt,
  takeReceiptFile,
  withdrawSubmission,
} from './submission-commands.ts';
