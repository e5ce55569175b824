import { v7 as uuid } from 'uuid';
import type { HandlerContext, Handlers, ProducedFile } from '../shared/contract/host.ts';
import type { CertificateSnapshot } from '../shared/domain/certificate.ts';
import { refusal } from '../shared/domain/refusal.ts';
import { backupHandlers } from './backup-handlers.ts';
import { keyHandlers } from './key-handlers.ts';
import type { Services } from './services/create-services.ts';
import { writeSheet } from './services/sheets/write-sheet.ts';

interface PrintJob {
  jobId: string;
  name: string;
  certificates: CertificateSnapshot[];
  separate: boolean;
}

function describeFile({ fileId, name, url }: ProducedFile): ProducedFile {
  return { fileId, name, url };
}

async function openWith(open: (path: string) => Promise<void>, path: string): Promise<void> {
  await open(path).catch(() => {
    throw refusal('cannotOpen', { path });
  });
}

async function printCertificates(
  services: Services,
  job: PrintJob,
  context: HandlerContext,
  isCancelled: () => boolean,
) {
  const { jobId, certificates } = job;
  const total = certificates.length;
  const batches = job.separate ? certificates.map((one) => [one]) : [certificates];
  const files: ProducedFile[] = [];
  const folder = uuid();
  let pages = 0;
  for (const [index, batch] of batches.entries()) {
    if (isCancelled()) throw refusal('cancelled');
    const only = job.separate ? batch[0] : undefined;
    const name = only ? `${only.number} ${only.learnerName}.pdf` : `${job.name}.pdf`;
    const file = await services.files.place(name, folder);
    const before = index * batch.length;
    const result = await services.printer.run(
      jobId,
      { kind: 'certificates', path: file.path, certificates: batch },
      (done) => context.report({ type: 'progress', jobId, done: before + done, total }),
    );
    pages += 'pages' in result ? result.pages : 0;
    files.push(describeFile(file));
  }
  return { files, pages };
}

/** The handler table over one host's services; `createDispatch` proves it complete. */
export function createHandlers(services: Services): Handlers {
  const { environment, files, journal, keyring, sheets, printer } = services;
  const cancelled = new Set<string>();
  return {
    app: {
      describe: async () => ({
        host: environment.host,
        version: environment.version,
        dataFolder: environment.dataFolder,
      }),
    },
    keys: keyHandlers(keyring),
    backups: backupHandlers(services),
    sheets: {
      read: ({ jobId, name, bytes }) => sheets.read(jobId, name, bytes),
      write: async ({ name, sheet, rows }) => {
        const file = await files.place(`${name}.xlsx`);
        await writeSheet(file.path, sheet, rows);
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
        sheets.cancel(jobId);
        printer.cancel(jobId);
        return {};
      },
    },
  };
}
