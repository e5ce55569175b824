import { parentPort, workerData } from 'node:worker_threads';
import { refusal, toRefusalMessage } from '../../../shared/refusals/index.ts';
import {
  type CertificateFonts,
  type CodedCertificate,
  checkCertificates,
  previewCertificate,
  writeCertificates,
} from './certificates/certificates.ts';
import { Lots } from './certificates/lots.ts';
import { writeDocuments } from './documents/documents.ts';
import { writeSignInSheet } from './documents/sign-in-sheets.ts';
import { charactersIn } from './ink/font-file.ts';
import { a4Landscape } from './ink/ink.ts';
import { InkDocument } from './ink/ink-document.ts';
import type { FromPdfWorker, PdfJob, PdfResult, ToPdfWorker } from './job.ts';
import { bindVolume } from './volumes/volume.ts';

const fonts = workerData as CertificateFonts;
const cancelled = new Set<string>();
const lots = new Map<string, Lots<CodedCertificate>>();

function lotsOf(id: string): Lots<CodedCertificate> {
  const known = lots.get(id) ?? new Lots<CodedCertificate>();
  lots.set(id, known);
  return known;
}

const send = (message: FromPdfWorker) => parentPort?.postMessage(message);

async function run(id: string, job: PdfJob): Promise<PdfResult> {
  const progress = {
    onPage(done: number) {
      if (cancelled.has(id)) throw refusal('cancelled');
      send({ type: 'progress', id, done });
    },
  };
  switch (job.kind) {
    case 'certificates':
      return { pages: await writeCertificates(job.path, fonts, lotsOf(id).items(), progress, job.means) };
    case 'checkCertificates':
      return { problemsOfEach: checkCertificates(fonts, job.certificates, job.means) };
    case 'preview':
      return previewCertificate(fonts, job.certificate, job.means);
    case 'signInSheet':
      return { pages: await writeSignInSheet(job.path, fonts, job.sheet, progress) };
    case 'documents':
      return { pages: await writeDocuments(job.path, fonts, job.documents, progress) };
    case 'volume':
      return { volume: await bindVolume(fonts, job.work, progress.onPage) };
    case 'inspectFont':
      return { characters: charactersIn(job.bytes) };
    case 'missingCharacters': {
      const document = new InkDocument(fonts, a4Landscape, { title: '', author: '', createdAt: new Date(0) });
      return { missing: job.texts.map((text) => document.missingIn(text)) };
    }
  }
}

parentPort?.on('message', (message: ToPdfWorker) => {
  if (message.type === 'cancel') {
    cancelled.add(message.id);
    // Whoever waits for the next lot is woken to hear of it.
    lots.get(message.id)?.put([]);
    return;
  }
  if (message.type === 'certificates') {
    lots.get(message.id)?.put(message.certificates);
    return;
  }
  const { id, job } = message;
  if (job.kind === 'certificates') lotsOf(id);
  run(id, job)
    .then(
      (result) => send({ type: 'done', id, result }),
      (thrown: unknown) => send({ type: 'failed', id, refusal: toRefusalMessage(thrown) }),
    )
    .finally(() => {
      cancelled.delete(id);
      lots.delete(id);
    });
});
