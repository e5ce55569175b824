import { join } from 'node:path';
import { Archives } from './archives/archives.ts';
import { Attachments } from './attachments/attachments.ts';
import { Inspector } from './attachments/inspector.ts';
import { ScannerFolder } from './attachments/scanner-folder.ts';
import { inspectionThread } from './attachments/tasks.ts';
import { AuthorityDesk } from './authority/authority-desk.ts';
import { Backups, ballotBoxFolder, sealedFolders } from './backups/backups.ts';
import { Restores } from './backups/restores.ts';
import { makeFolder } from './disk/files.ts';
import { ProducedFiles } from './files/produced-files.ts';
import { SharedFolder } from './handovers/shared-folder.ts';
import { Journal } from './journal/journal.ts';
import type { SystemKeyring } from './keys/account-locks.ts';
import { Keyring } from './keys/keyring.ts';
import { PageServer } from './pages/page-server.ts';
import { FallbackFonts } from './pdf/ink/fallback-fonts.ts';
import { Printing } from './pdf/printing.ts';
import { pdfThread } from './pdf/tasks.ts';
import { Proofs } from './proofs/proofs.ts';
import { readingThread } from './reading/tasks.ts';
import { CertificateCoder } from './signing/certificate-coder.ts';
import { SigningKeys } from './signing/signing-keys.ts';
import { signingThread } from './signing/tasks.ts';
import { VerifierPages } from './signing/verifier-pages.ts';
import { BallotBoxes } from './surveys/ballot-boxes.ts';
import { SurveyForms } from './surveys/survey-forms.ts';
import { Jobs } from './threads/jobs.ts';
import { Thread } from './threads/thread.ts';

/** What a host knows of itself and of the system it runs on. */
export interface HostEnvironment {
  host: 'electron' | 'browser';
  /** What the desk is for; an authority's has a data folder of its own. */
  mode: 'base' | 'authority';
  version: string;
  dataFolder: string;
  /** Where the built page, workers and fonts lie. */
  rendererFolder: string;
  workersFolder: string;
  fontsFolder: string;
  /** The system's keyring, where the host has one. */
  systemKeyring: SystemKeyring | null;
  openPath(path: string): Promise<void>;
  revealPath(path: string): Promise<void>;
}

export type Services = Awaited<ReturnType<typeof createServices>>;

/** Builds the services of one host; both hosts use the same. `close` ends its threads. */
export async function createServices(environment: HostEnvironment) {
  await makeFolder(environment.dataFolder);
  const files = new ProducedFiles(join(environment.dataFolder, 'exports'));
  const fallbackFonts = new FallbackFonts(join(environment.dataFolder, 'fonts'));
  const worker = (file: string) => join(environment.workersFolder, file);
  const printer = new Thread(worker('pdf-worker.mjs'), pdfThread, {
    regular: join(environment.fontsFolder, 'NotoSerifSC_400Regular.ttf'),
    bold: join(environment.fontsFolder, 'NotoSerifSC_700Bold.ttf'),
    mongolian: join(environment.fontsFolder, 'NotoSansMongolian_400Regular.ttf'),
    fallbacks: await fallbackFonts.paths(),
  });
  const journal = new Journal(join(environment.dataFolder, 'journal'));
  const keyring = new Keyring(environment.dataFolder, environment.systemKeyring);
  const signingKeys = new SigningKeys(keyring);
  const proofs = new Proofs(join(environment.dataFolder, sealedFolders.proofs), keyring);
  const inspection = new Thread(worker('attachment-worker.cjs'), inspectionThread, {
    wasmPath: worker('pdfium.wasm'),
  });
  const pictures = new Inspector(inspection);
  const attachments = new Attachments(
    join(environment.dataFolder, sealedFolders.attachments),
    keyring,
    pictures,
  );
  const reading = new Thread(worker('reading-worker.cjs'), readingThread, null);
  const signing = new Thread(worker('code-worker.mjs'), signingThread, null);
  const coder = new CertificateCoder(signing, signingKeys);
  const backups = new Backups(environment, journal, keyring);
  return {
    environment,
    archives: new Archives(attachments, printer),
    attachments,
    authority: new AuthorityDesk(join(environment.dataFolder, 'authority'), reading),
    backups,
    ballotBoxes: new BallotBoxes(join(environment.dataFolder, ballotBoxFolder), keyring, reading),
    restores: new Restores(backups, journal, keyring, reading),
    files,
    keyring,
    journal,
    pages: new PageServer(environment.rendererFolder, files, proofs, attachments),
    pictures,
    proofs,
    scanner: new ScannerFolder(environment.dataFolder, attachments),
    sharedFolder: new SharedFolder(environment.dataFolder),
    reading,
    signingKeys,
    verifierPages: new VerifierPages(join(environment.workersFolder, 'verifier')),
    surveyForms: new SurveyForms(join(environment.workersFolder, 'survey-form')),
    printer,
    printing: new Printing(files, printer, coder, proofs),
    fallbackFonts,
    jobs: new Jobs(),
    async close(): Promise<void> {
      await Promise.all([printer, signing, inspection, reading].map((thread) => thread.close()));
    },
  };
}
