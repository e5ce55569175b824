export { CertificatesPage } from './certificates-page.tsx';
export { CertificatesTab } from './certificates-tab.tsx';
export { certificateCommands, issueCertificates, refuseCertified, refuseCertifiedIn } from './commands.ts';
export { usePrinting } from './printing.ts';
export { classVerdicts, type LearnerVerdict } from './verdicts.ts';
