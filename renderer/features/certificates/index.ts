export { blankCommands } from './blank-commands.ts';
export { CertificatesPage } from './certificates-page.tsx';
export { CertificatesTab } from './certificates-tab.tsx';
export { certificateCommands, issueCertificates, refuseCertified, refuseCertifiedIn } from './commands.ts';
export { printRunCommands } from './print-runs.ts';
export { usePrinting } from './printing.tsx';
export { classVerdicts, type LearnerVerdict } from './verdicts.ts';
