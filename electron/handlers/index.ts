import type { Handlers } from '../../shared/contract/host.ts';
import type { Services } from '../services/create-services.ts';
import { appHandlers } from './app.ts';
import { archivesHandlers } from './archives.ts';
import { attachmentsHandlers } from './attachments.ts';
import { attendanceHandlers } from './attendance.ts';
import { authorityHandlers } from './authority.ts';
import { backupsHandlers } from './backups.ts';
import { certificatesHandlers } from './certificates.ts';
import { designsHandlers } from './designs.ts';
import { documentsHandlers } from './documents.ts';
import { filesHandlers } from './files.ts';
import { fontsHandlers } from './fonts.ts';
import { handoversHandlers } from './handovers.ts';
import { jobsHandlers } from './jobs.ts';
import { journalHandlers } from './journal.ts';
import { keysHandlers } from './keys.ts';
import { proofsHandlers } from './proofs.ts';
import { scannerHandlers } from './scanner.ts';
import { sheetsHandlers } from './sheets.ts';
import { signingHandlers } from './signing.ts';
import { submissionsHandlers } from './submissions.ts';
import { surveysHandlers } from './surveys.ts';
import { textsHandlers } from './texts.ts';

/** The handler table over one host's services; `createDispatch` proves it complete. */
export function createHandlers(services: Services): Handlers {
  return {
    app: appHandlers(services),
    keys: keysHandlers(services),
    backups: backupsHandlers(services),
    sheets: sheetsHandlers(services),
    texts: textsHandlers(services),
    certificates: certificatesHandlers(services),
    documents: documentsHandlers(services),
    proofs: proofsHandlers(services),
    attachments: attachmentsHandlers(services),
    scanner: scannerHandlers(services),
    archives: archivesHandlers(services),
    designs: designsHandlers(services),
    fonts: fontsHandlers(services),
    submissions: submissionsHandlers(services),
    authority: authorityHandlers(services),
    handovers: handoversHandlers(services),
    signing: signingHandlers(services),
    surveys: surveysHandlers(services),
    attendance: attendanceHandlers(services),
    journal: journalHandlers(services),
    files: filesHandlers(services),
    jobs: jobsHandlers(services),
  };
}
