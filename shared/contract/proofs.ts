import { z } from 'zod';
import { proofFile } from '../domain/teaching/outside-entry.ts';

const hash = proofFile.shape.hash;

/** Scanned proofs: the host keeps them sealed in the data folder, by the hash of their content. */
export const proofsContract = {
  /** Keeps a PDF, JPEG or PNG; the same content is kept once. */
  keep: {
    input: z.object({ name: z.string().max(260), bytes: z.instanceof(Uint8Array) }),
    output: proofFile,
  },
  /** Where the page can open one; refused where it is not on this machine or is not what was kept. */
  locate: { input: z.object({ hash }), output: z.object({ url: z.string() }) },
  /** Which of these are not on this machine. */
  missing: {
    input: z.object({ hashes: z.array(hash) }),
    output: z.object({ missing: z.array(hash) }),
  },
} as const;
