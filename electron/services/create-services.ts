import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Archives } from './archives/archives.ts';
import { Attachments } from './attachments/attachments.ts';
import { Inspector } from './attachments/inspector.ts';
import { ScannerFolder } from './attachments/scanner-folder.ts';
import { AuthorityDesk } from './authority/authority-desk.ts';
import { Backups, ballotBoxFolder, sealedFolders } from './backups/backups.ts';
import { Restores } from './backups/restores.ts';
import { ProducedFiles } from './files/produced-files.ts';
import { SharedFolder } from './handovers/shared-folder.ts';
import { Journal } from './journal/journal.ts';
import type { SystemKeyring } from './keys/account-locks.ts';
import { Keyring } from './keys/keyring.ts';
import { PageServer } from './pages/page-server.ts';
import { FallbackFonts } from './pdf/ink/fallback-fonts.ts';
import { PdfPrinter } from './pdf/pdf-printer.ts';
import { Proofs } from './proofs/proofs.ts';
import { ForeignFiles } from './reading/reading-thread.ts';
import { CertificateCoder } from './signing/certificate-coder.ts';
import { SigningKeys } from './signing/signing-keys.ts';
import { VerifierPages } from './signing/verifier-pages.ts';
import { BallotBoxes } from './surveys/ballot-boxes.ts';
import { SurveyForms } from './surveys/survey-forms.ts';

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

/** Builds the services of one host; both hosts use the same. */
export async function createServices(environment: HostEnvironment) {
  await mkdir(environment.dataFolder, { recursive: true });
  const files = new ProducedFiles(join(environment.dataFolder, 'exports'));
  const fallbackFonts = new FallbackFonts(join(environment.dataFolder, 'fonts'));
  const printer = new PdfPrinter(join(environment.workersFolder, 'pdf-worker.mjs'), {
    regular: join(environment.fontsFolder, 'NotoSerifSC_400Regular.ttf'),
    bold: join(environment.fontsFolder, 'NotoSerifSC_700Bold.ttf'),
    mongolian: join(environment.fontsFolder, 'NotoSansMongolian_400Regular.ttf'),
    fallbacks: await fallbackFonts.paths(),
  });
  const journal = new Journal(join(environment.dataFolder, 'journal'));
  const keyring = new Keyring(environment.dataFolder, environment.systemKeyring);
  const signingKeys = new SigningKeys(keyring);
  const proofs = new Proofs(join(environment.dataFolder, sealedFolders.proofs), keyring);
  const pictures = new Inspector(
    join(environment.workersFolder, 'attachment-worker.cjs'),
    join(environment.workersFolder, 'pdfium.wasm'),
  );
  const attachments = new Attachments(
    join(environment.dataFolder, sealedFolders.attachments),
    keyring,
    pictures,
  );
  const foreign = new ForeignFiles(join(environment.workersFolder, 'reading-worker.cjs'));
  const backups = new Backups(environment, journal, keyring);
  return {
    environment,
    archives: new Archives(attachments, printer),
    attachments,
    authority: new AuthorityDesk(join(environment.dataFolder, 'authority'), foreign),
    backups,
    ballotBoxes: new BallotBoxes(join(environment.dataFolder, ballotBoxFolder), keyring, foreign),
    restores: new Restores(backups, journal, keyring, foreign),
    files,
    keyring,
    journal,
    pages: new PageServer(environment.rendererFolder, files, proofs, attachments),
    pictures,
    proofs,
    scanner: new ScannerFolder(environment.dataFolder, attachments),
    sharedFolder: new SharedFolder(environment.dataFolder),
    foreign,
    signingKeys,
    coder: new CertificateCoder(join(environment.workersFolder, 'code-worker.mjs'), signingKeys),
    verifierPages: new VerifierPages(join(environment.workersFolder, 'verifier')),
    surveyForms: new SurveyForms(join(environment.workersFolder, 'survey-form')),
    printer,
    fallbackFonts,
  };
}
