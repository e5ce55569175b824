export { registerAuthority, removeAuthority } from './authority-commands.ts';
export {
  beginCorrection,
  endCorrection,
  markSubmissionSent,
  recordSubmission,
  takeAcknowledgement,
  takeAcknowledgementFile,
  withdrawSubmission,
} from './submission-commands.ts';
