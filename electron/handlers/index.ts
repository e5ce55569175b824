import { v7 as uuid } from 'uuid';
import type { Handlers } from '../../shared/contract/host.ts';
import { refusal } from '../../shared/refusals/index.ts';
import type { Services } from '../services/create-services.ts';
import { diskFailure } from '../services/disk-failure.ts';
import { writeWorkbook } from '../services/sheets/write-sheet.ts';
import { writeAtomically } from '../services/write-atomically.ts';
import { archiveHandlers } from './archive.ts';
import { attachmentHandlers, scannerHandlers } from './attachment.ts';
import { authorityHandlers } from './authority.ts';
import { backupHandlers } from './backup.ts';
import { designHandlers } from './design.ts';
import { fontHandlers } from './font.ts';
import { handoverHandlers } from './handover.ts';
import { keyHandlers } from './key.ts';
import { describeFile, printCertificates, printDocuments } from './print-jobs.ts';
import { signingHandlers } from './signing.ts';
import { submissionHandlers } from './submission.ts';
import { surveyHandlers } from './survey.ts';

async function openWith(open: (path: string) => Promise<void>, path: string): Promise<void> {
  await open(path).catch(() => {
    throw refusal('cannotOpen', { path });
  });
}

/** The handler table over one host's services; `createDispatch` proves it complete. */
export function createHandlers(services: Services): Handlers {
  const { environment, files, journal, keyring, proofs, foreign, printer } = services;
  const cancelled = new Set<string>();
  return {
    app: {
      describe: async () => ({
        host: environment.host,
        mode: environment.mode,
        version: environment.version,
        dataFolder: environment.dataFolder,
      }),
    },
    keys: keyHandlers(keyring),
    backups: backupHandlers(services),
    sheets: {
      read: ({ jobId, name, bytes }) => foreign.read(jobId, 'sheets', { name, bytes }),
      write: async ({ name, more, ...first }) => {
        const file = await files.place(`${name}.xlsx`);
        const sheets = [first, ...more].map(({ sheet, ...content }) => ({ name: sheet, ...content }));
        await writeWorkbook(file.path, sheets);
        return describeFile(file);
      },
    },
    texts: {
      write: async ({ name, ending, text }) => {
        const file = await files.place(`${name}.${ending}`);
        await writeAtomically(file.path, text).catch((thrown: unknown) => {
          throw diskFailure(file.path, thrown);
        });
        return describeFile(file);
      },
    },
    certificates: {
      missingCharacters: async ({ texts }) => {
        const result = await printer.run(uuid(), { kind: 'missingCharacters', texts });
        return { missing: 'missing' in result ? result.missing : [] };
      },
      print: async (job, context) => {
        try {
          return await printCertificates(services, job, context, () => cancelled.has(job.jobId));
        } finally {
          cancelled.delete(job.jobId);
        }
      },
    },
    documents: {
      print: async (job, context) => {
        try {
          return await printDocuments(services, job, context, () => cancelled.has(job.jobId));
        } finally {
          cancelled.delete(job.jobId);
        }
      },
    },
    proofs: {
      keep: ({ name, bytes }) => proofs.keep(name, bytes),
      locate: async ({ hash }) => {
        await proofs.read(hash);
        return { url: `/proofs/${hash}` };
      },
      missing: async ({ hashes }) => ({ missing: await proofs.missing(hashes) }),
    },
    attachments: attachmentHandlers(services),
    scanner: scannerHandlers(services, (jobId) => cancelled.has(jobId)),
    archives: archiveHandlers(services, (jobId) => cancelled.has(jobId)),
    designs: designHandlers(services),
    fonts: fontHandlers(services),
    submissions: submissionHandlers(services),
    authority: authorityHandlers(services, cancelled),
    handovers: handoverHandlers(services),
    signing: signingHandlers(services),
    surveys: surveyHandlers(services),
    attendance: {
      printSignInSheet: async ({ jobId, name, sheet }) => {
        const file = await files.place(`${name}.pdf`);
        const result = await printer.run(jobId, { kind: 'signInSheet', path: file.path, sheet });
        return { file: describeFile(file), pages: 'pages' in result ? result.pages : 0 };
      },
    },
    journal: {
      head: () => journal.readHead(),
      append: ({ entries }) => journal.append(entries),
      read: async ({ from, limit }) => ({ entries: await journal.read(from, limit) }),
      verify: () => journal.verify(),
      beginAnew: async () => {
        await journal.beginAnew();
        return {};
      },
    },
    files: {
      open: async ({ fileId, name }) => {
        await openWith(environment.openPath, await files.pathOf(fileId, name));
        return {};
      },
      reveal: async ({ fileId, name }) => {
        await openWith(environment.revealPath, await files.pathOf(fileId, name));
        return {};
      },
    },
    jobs: {
      cancel: async ({ jobId }) => {
        cancelled.add(jobId);
        foreign.cancel(jobId);
        printer.cancel(jobId);
        return {};
      },
    },
  };
}
