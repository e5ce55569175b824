import { dirname, join } from 'node:path';
import type { DrawnWith } from '../../electron/services/pdf/certificates/certificates.ts';
import { pdfThread } from '../../electron/services/pdf/tasks.ts';
import { CertificateCoder } from '../../electron/services/signing/certificate-coder.ts';
import { codedCertificates } from '../../electron/services/signing/certificate-codes.ts';
import { SigningKeys } from '../../electron/services/signing/signing-keys.ts';
import { signingThread } from '../../electron/services/signing/tasks.ts';
import { Thread } from '../../electron/services/threads/thread.ts';
import { finishedDesigns } from '../../shared/domain/certificates/certificate-designs.ts';
import { printingFonts as fonts } from '../../tests/support/fonts.ts';
import { peerJob } from './peer-record.ts';
import { bilingualCertificates, bilingualDesignId, drawnByFirst } from './sample.ts';
import { openReportLab } from './with-reportlab.ts';
import { openTypst } from './with-typst.ts';

/** What one contender did, in a process of its own. */
export interface Result {
  /** Of each round. */
  seconds: number[];
  /** At its peak, in megabytes. */
  memory: number;
}

const signingKeys = new SigningKeys({ rootKey: Buffer.alloc(32, 7) });

function coded(count: number, from: number) {
  return codedCertificates(signingKeys, bilingualCertificates(count, from));
}

const means: DrawnWith = {
  ...drawnByFirst,
  designs: finishedDesigns
    .filter(({ name }) => name === '蒙汉双语竖版')
    .map((design) => ({ id: bilingualDesignId, design })),
};

function ownMemory(): number {
  return process.resourceUsage().maxRSS / 1024;
}

/** Peers are given words and codes ready; of ours, signing and making the codes is part of the time. */
const contenders: Record<string, () => (path: string, count: number, from: number) => Promise<number[]>> = {
  ours() {
    const workers = join(import.meta.dirname, '../../dist/electron');
    const printer = new Thread(join(workers, 'pdf-worker.mjs'), pdfThread, fonts);
    const signing = new Thread(join(workers, 'code-worker.mjs'), signingThread, null);
    const coder = new CertificateCoder(signing, signingKeys);
    return async (path, count, from) => {
      const snapshots = bilingualCertificates(count, from);
      const started = performance.now();
      const lots = coder.coded(snapshots.map((snapshot) => ({ snapshot })));
      await printer.runFed('certificates', { path: `${path}.pdf`, means }, lots);
      return [performance.now() - started, ownMemory()];
    };
  },
  typst() {
    const typst = openTypst([dirname(fonts.regular), dirname(fonts.bold), dirname(fonts.mongolian)]);
    // In files of a thousand: its time grows faster than the pictures in one, 10,000 take it 86 s.
    return async (path, count, from) => {
      let milliseconds = 0;
      for (let done = 0; done < count; done += 1000) {
        const job = peerJob(`${path}-${done}.pdf`, coded(Math.min(1000, count - done), from + done));
        typst.prepare(job);
        const started = performance.now();
        await typst.write(job);
        milliseconds += performance.now() - started;
      }
      return [milliseconds, ownMemory()];
    };
  },
  reportlab() {
    const python = openReportLab(fonts);
    return async (path, count, from) => {
      const job = peerJob(`${path}.pdf`, coded(count, from));
      const started = performance.now();
      const memory = await python.write(job);
      return [performance.now() - started, memory];
    };
  },
};

const [name = '', folder = '', count = '', rounds = ''] = process.argv.slice(2);
const open = contenders[name];
if (!open) throw new Error(`no contender ${name}`);
const write = open();
await write(join(folder, `${name}-warm-up`), 1, 0);
const result: Result = { seconds: [], memory: 0 };
for (let round = 1; round <= Number(rounds); round += 1) {
  const path = join(folder, `${name}-${count}-${round}`);
  const [milliseconds = Number.NaN, memory = Number.NaN] = await write(path, Number(count), round * 10_000);
  result.seconds.push(milliseconds / 1000);
  result.memory = memory;
}
console.log(JSON.stringify(result));
process.exit(0);
