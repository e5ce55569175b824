import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import type { drawnWith, NamedDesign } from '../../shared/contract/designs.ts';
import type { HandlerContext, ProducedFile } from '../../shared/contract/host.ts';
import type { PrintedDocument } from '../../shared/contract/printed-document.ts';
import type { CertificateSnapshot } from '../../shared/domain/certificates/certificate.ts';
import { imagesOf } from '../../shared/domain/certificates/certificate-design.ts';
import { refusal } from '../../shared/refusals/index.ts';
import type { Services } from '../services/create-services.ts';
import type { PrintedCertificate } from '../services/pdf/certificates/certificates.ts';
import type { PdfResult } from '../services/pdf/job.ts';

interface PrintJob<Item> {
  jobId: string;
  name: string;
  items: Item[];
  separate: boolean;
  /** The file name of one item by itself, without its ending. */
  nameOf(item: Item): string;
  write(path: string, batch: Item[], onDone: (done: number) => void): Promise<PdfResult>;
}

/** A produced file as the page may know it. */
export function describeFile({ fileId, name, url }: ProducedFile): ProducedFile {
  return { fileId, name, url };
}

/** Prints items into one PDF or one file each, with progress over all of them. */
async function print<Item>(
  { files: produced }: Services,
  { jobId, name, items, separate, nameOf, write }: PrintJob<Item>,
  context: HandlerContext,
  isCancelled: () => boolean,
) {
  const batches = separate ? items.map((one) => [one]) : [items];
  const files: ProducedFile[] = [];
  const folder = uuid();
  let pages = 0;
  for (const [index, batch] of batches.entries()) {
    if (isCancelled()) throw refusal('cancelled');
    const [only] = batch;
    const stem = separate && only ? nameOf(only) : name;
    const file = await produced.place(`${stem}.pdf`, folder);
    const before = index * batch.length;
    const result = await write(file.path, batch, (done) =>
      context.report({ type: 'progress', jobId, done: before + done, total: items.length }),
    );
    pages += 'pages' in result ? result.pages : 0;
    files.push(describeFile(file));
  }
  return { files, pages };
}

type Asked<Key extends string, Item> = { jobId: string; name: string; separate: boolean } & Record<
  Key,
  Item[]
>;

/** The pictures that designs and learners' photos need, read from the base's keeping; what is missing is left out. */
export async function imagesFor(
  { proofs }: Services,
  designs: readonly NamedDesign[],
  certificates: readonly CertificateSnapshot[],
): Promise<[string, Uint8Array][]> {
  const hashes = new Set([
    ...designs.flatMap(({ design }) => imagesOf(design)),
    ...certificates.flatMap(({ photo }) => photo ?? []),
  ]);
  const read = await Promise.all(
    [...hashes].map(async (hash): Promise<[string, Uint8Array][]> => {
      const kept = await proofs.read(hash).catch(() => null);
      return kept ? [[hash, new Uint8Array(kept.content)]] : [];
    }),
  );
  return read.flat();
}

export async function printCertificates(
  services: Services,
  {
    certificates,
    reprints,
    designs,
    onBlank,
    place,
    ...job
  }: Asked<'certificates', CertificateSnapshot> & { reprints: number[] } & z.output<typeof drawnWith>,
  context: HandlerContext,
  isCancelled: () => boolean,
) {
  const images = await imagesFor(services, designs, certificates);
  const means = { designs, images, onBlank, place };
  const { coder, printer } = services;
  const about: PrintJob<PrintedCertificate> = {
    ...job,
    items: certificates.map((snapshot, index) => ({ snapshot, reprint: reprints[index] ?? 0 })),
    nameOf: ({ snapshot: { number, learnerName } }) => `${number} ${learnerName}`,
    write: (path, batch, onDone) =>
      printer.printCertificates(job.jobId, path, means, coder.coded(batch), onDone),
  };
  return print(services, about, context, isCancelled);
}

export function printDocuments(
  services: Services,
  { documents, ...job }: Asked<'documents', PrintedDocument>,
  context: HandlerContext,
  isCancelled: () => boolean,
) {
  const about: PrintJob<PrintedDocument> = {
    ...job,
    items: documents,
    nameOf: ({ title }) => title,
    write: (path, batch, onDone) =>
      services.printer.run(job.jobId, { kind: 'documents', path, documents: batch }, onDone),
  };
  return print(services, about, context, isCancelled);
}
