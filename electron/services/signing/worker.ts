import { parentPort } from 'node:worker_threads';
import { refusal } from '../../../shared/refusals/index.ts';
import { qrPattern } from '../pdf/ink/qr-code.ts';
import { certificateCodes } from './certificate-codes.ts';
import type { CodeAnswer, CodeJob } from './code-job.ts';
import { signerFrom } from './signing-keys.ts';

function codesFor({ snapshots, seeds }: CodeJob) {
  const known = new Map(seeds);
  const keys = {
    signer(generation: number) {
      const seed = known.get(generation);
      if (!seed) throw refusal('keysLocked');
      return signerFrom(generation, seed);
    },
  };
  return certificateCodes(keys, snapshots).map((text) => text && { text, pattern: qrPattern(text) });
}

parentPort?.on('message', (job: CodeJob) => {
  let answer: CodeAnswer;
  try {
    answer = { id: job.id, codes: codesFor(job).map((code) => code || null) };
  } catch (thrown) {
    answer = { id: job.id, failure: thrown instanceof Error ? thrown.message : String(thrown) };
  }
  parentPort?.postMessage(answer);
});
