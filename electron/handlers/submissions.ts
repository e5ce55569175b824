import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Handlers } from '../../shared/contract/host.ts';
import type { Services } from '../services/create-services.ts';
import { removeFile, replaceFile } from '../services/disk/files.ts';
import { describeFile } from '../services/files/produced-files.ts';
import { steadyWorkbook } from '../services/sheets/write-sheet.ts';
import { makePackage } from '../services/submissions/make-package.ts';
import { sealPackage } from '../services/submissions/sealed-package.ts';
import type { Job } from '../services/threads/jobs.ts';

type Asked = Omit<Parameters<Handlers['submissions']['make']>[0], 'jobId'>;

/** Hexadecimal digits of a pseudonym: enough that two people never share one. */
const pseudonymLength = 32;

/** The same person under the same phrase is the same pseudonym at every base. */
function pseudonymOf(phrase: string, documentKind: string, number: string): string {
  return createHmac('sha256', phrase)
    .update(`${documentKind}:${number}`)
    .digest('hex')
    .slice(0, pseudonymLength);
}

/** A package that only its authority opens says so by its ending. */
function endingOf(sealFor: string | null): string {
  return sealFor === null ? '.zip' : '.zip.sealed';
}

/** The handlers of packages for the authority (第28条). */
export function submissionsHandlers(services: Services): Handlers['submissions'] {
  const { attachments, files, jobs, printer, signingKeys } = services;

  async function make(
    { name, about, generation, statistics, sheets, document, ledger, pseudonymPhrase, sealFor }: Asked,
    { signal }: Job,
  ) {
    const file = await files.place(`${name}${endingOf(sealFor)}`);
    const printedPath = `${file.path}.pdf`;
    await printer.run('documents', { path: printedPath, documents: [document] }, { signal });
    const printed = await readFile(printedPath);
    await removeFile(printedPath);
    const workbook = await steadyWorkbook(
      sheets.map(({ sheet, above, rows }) => ({ name: sheet, above, rows })),
      about.madeOn,
    );
    const rows = ledger.map(({ documentKind, ...row }) =>
      about.ledger === 'pseudonymous'
        ? { ...row, name: '', learner: pseudonymOf(pseudonymPhrase, documentKind, row.learner) }
        : row,
    );
    const { zip, manifestHash } = await makePackage(
      { about, statistics, workbook, document: printed, ledger: rows },
      signingKeys.signer(generation),
    );
    signal.throwIfAborted();
    const { hash } = await attachments.keepOwn(zip);
    await replaceFile(file.path, sealFor === null ? zip : sealPackage(zip, sealFor));
    return { file: describeFile(file), manifestHash, fileHash: hash };
  }

  return {
    make: ({ jobId, ...asked }, context) => jobs.run(jobId, context, (job) => make(asked, job)),
    ownKey: async ({ generation }) => ({
      publicKey: signingKeys.publicKey(generation).publicKey.toString('hex'),
    }),
    again: async ({ fileHash, name, sealFor }) => {
      const file = await files.place(name);
      const zip = await attachments.read(fileHash, '报送包');
      await replaceFile(file.path, sealFor === null ? zip : sealPackage(zip, sealFor));
      return describeFile(file);
    },
  };
}
