import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import type { drawnWith } from '../../../shared/contract/designs.ts';
import type { ProducedFile } from '../../../shared/contract/host.ts';
import type { PrintedDocument } from '../../../shared/contract/printed-document.ts';
import type { CertificateSnapshot } from '../../../shared/domain/certificates/certificate.ts';
import { describeFile, type ProducedFiles } from '../files/produced-files.ts';
import type { Proofs } from '../proofs/proofs.ts';
import type { CertificateCoder } from '../signing/certificate-coder.ts';
import type { RunOptions } from '../threads/definition.ts';
import type { Job } from '../threads/jobs.ts';
import type { PrintedCertificate } from './certificates/certificates.ts';
import { imagesFor } from './certificates/images.ts';
import type { PdfThread } from './tasks.ts';

/** What is printed: one PDF of all, called `name`, or one file each. */
interface Run<Item> {
  name: string;
  items: readonly Item[];
  separate: boolean;
  /** The file name of one item by itself, without its ending. */
  nameOf(item: Item): string;
  write(path: string, batch: readonly Item[], options: RunOptions): Promise<{ pages: number }>;
}

type Asked<Key extends string, Item> = { name: string; separate: boolean } & Record<Key, Item[]>;

export interface Printed {
  files: ProducedFile[];
  pages: number;
}

/** Prints runs of certificates and documents into files, with progress over all of a run. */
export class Printing {
  constructor(
    private readonly files: ProducedFiles,
    private readonly printer: PdfThread,
    private readonly coder: CertificateCoder,
    private readonly proofs: Proofs,
  ) {}

  /** Starts the thread and parses the fonts before anybody waits; a failure shows when somebody prints. */
  warmUp(): void {
    this.printer.run('missingCharacters', { texts: [] }).catch(() => undefined);
  }

  /** @throws Refusal certificateUnprintable, keysLocked, cancelled, diskFailure */
  async certificates(
    {
      certificates,
      reprints,
      designs,
      onBlank,
      place,
      ...asked
    }: Asked<'certificates', CertificateSnapshot> & { reprints: number[] } & z.output<typeof drawnWith>,
    job: Job,
  ): Promise<Printed> {
    const images = await imagesFor(this.proofs, designs, certificates);
    const means = { designs, images, onBlank, place };
    const run: Run<PrintedCertificate> = {
      ...asked,
      items: certificates.map((snapshot, index) => ({ snapshot, reprint: reprints[index] ?? 0 })),
      nameOf: ({ snapshot: { number, learnerName } }) => `${number} ${learnerName}`,
      write: (path, batch, options) =>
        this.printer.runFed('certificates', { path, means }, this.coder.coded(batch), options),
    };
    return this.print(run, job);
  }

  /** @throws Refusal missingCharacters, cancelled, diskFailure */
  documents({ documents, ...asked }: Asked<'documents', PrintedDocument>, job: Job): Promise<Printed> {
    const run: Run<PrintedDocument> = {
      ...asked,
      items: documents,
      nameOf: ({ title }) => title,
      write: (path, batch, options) =>
        this.printer.run('documents', { path, documents: [...batch] }, options),
    };
    return this.print(run, job);
  }

  private async print<Item>(
    { name, items, separate, nameOf, write }: Run<Item>,
    { signal, progress }: Job,
  ): Promise<Printed> {
    const batches = separate ? items.map((one) => [one]) : [items];
    const files: ProducedFile[] = [];
    const folder = uuid();
    let pages = 0;
    for (const [index, batch] of batches.entries()) {
      const [only] = batch;
      const stem = separate && only ? nameOf(only) : name;
      const file = await this.files.place(`${stem}.pdf`, folder);
      const before = index * batch.length;
      const onProgress = (done: number) => progress(before + done, items.length);
      const written = await write(file.path, batch, { signal, onProgress });
      pages += written.pages;
      files.push(describeFile(file));
    }
    return { files, pages };
  }
}
