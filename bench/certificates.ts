import { execFile } from 'node:child_process';
import { mkdtemp, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { buildIfStale } from '../build/build.ts';
import { ensureTools } from '../build/ensure-tools.ts';
import { plainly } from '../electron/services/pdf/certificates.ts';
import { PdfPrinter } from '../electron/services/pdf/pdf-printer.ts';
import { certificateCodes } from '../electron/services/signing/certificate-codes.ts';
import { SigningKeys } from '../electron/services/signing/signing-keys.ts';
import type { CertificateSnapshot } from '../shared/domain/certificate.ts';
import { printingFonts as fonts } from '../tests/support/fonts.ts';
import { sampleCertificates } from './certificate-sample.ts';
import { openChromiumPrinter } from './with-chromium.ts';
import { openTypstPrinter } from './with-typst.ts';

const root = join(import.meta.dirname, '..');
const count = 1000;
const rounds = 5;

interface Contender {
  name: string;
  write(path: string, certificates: readonly CertificateSnapshot[]): Promise<unknown>;
}

const signingKeys = new SigningKeys({ rootKey: Buffer.alloc(32, 7) });

/** Each with its signed code: signing is part of what is measured. */
function coded(snapshots: readonly CertificateSnapshot[]) {
  const codes = certificateCodes(signingKeys, snapshots);
  return snapshots.map((snapshot, index) => ({ snapshot, code: codes[index] ?? null }));
}

async function pagesOf(path: string): Promise<number> {
  const { stdout } = await promisify(execFile)('pdfinfo', [path]);
  return Number(/^Pages:\s+(\d+)/m.exec(stdout)?.[1]);
}

/**
 * The median of some rounds in seconds, after one certificate that opens fonts and caches. Each
 * round has people of its own, and every file is checked to hold every page.
 */
async function measure({ name, write }: Contender, folder: string): Promise<number> {
  await write(join(folder, `${name}-warm-up.pdf`), sampleCertificates(1));
  const seconds: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const path = join(folder, `${name}-${round}.pdf`);
    const certificates = sampleCertificates(count, round * count);
    const started = performance.now();
    await write(path, certificates);
    seconds.push((performance.now() - started) / 1000);
    const pages = await pagesOf(path);
    if (pages !== count) throw new Error(`${name} made ${pages} pages instead of ${count}`);
  }
  const size = (await stat(join(folder, `${name}-1.pdf`))).size / 1024 / 1024;
  const median = seconds.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
  const speed = Math.round(count / median);
  console.log(`${name}: ${median.toFixed(2)} s, ${speed} pages/s, ${size.toFixed(1)} MB`);
  return median;
}

/** 1,000 certificates by ours (through its worker, to disk with fsync), Typst and Chromium. */
export async function run(): Promise<void> {
  ensureTools();
  await buildIfStale();
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const printer = new PdfPrinter(join(root, 'dist/electron/pdf-worker.mjs'), fonts);
  const typst = openTypstPrinter([dirname(fonts.regular), dirname(fonts.bold)]);
  const chromium = await openChromiumPrinter(fonts);
  console.log(`${count} certificates to a file, median of ${rounds} rounds`);
  const ours = await measure(
    {
      name: 'ours',
      write: (path, certificates) =>
        printer.run(path, { kind: 'certificates', path, certificates: coded(certificates), means: plainly }),
    },
    folder,
  );
  for (const peer of [
    { name: 'typst', write: typst.write },
    { name: 'chromium', write: chromium.write },
  ]) {
    console.log(`${peer.name} / ours = ${((await measure(peer, folder)) / ours).toFixed(2)}`);
  }
  console.log(`files: ${folder}`);
  await chromium.close();
  await printer.close();
}
