export { receiveBlanks, removeBlanks, spoilBlanks } from './blank-commands.ts';
export {
  issueCertificates,
  recordPrints,
  replaceCertificates,
  voidCertificate,
} from './certificate-commands.ts';
export { beginPrintRun, confirmPrintRun, endPrintRun, resumePrintRun } from './print-run-commands.ts';
export { renewSigningKey } from './signing-commands.ts';
