import { z } from 'zod';
import { keptFile } from '../domain/teaching/attachment.ts';

const nothing = z.object({});
const hash = keptFile.shape.hash;

const scannedFile = z.object({
  name: z.string(),
  bytes: z.number().int(),
  modifiedAt: z.iso.datetime(),
});
export type ScannedFile = z.infer<typeof scannedFile>;

/** What became of a file that was to be taken from the scanner's folder. */
const takenFile = z.discriminatedUnion('ok', [
  z.object({ name: z.string(), ok: z.literal(true), file: keptFile }),
  z.object({
    name: z.string(),
    ok: z.literal(false),
    refusal: z.object({ code: z.string(), data: z.unknown() }),
  }),
]);
export type TakenFile = z.infer<typeof takenFile>;

/** Attached files: the host keeps them sealed in the data folder, by the hash of their content. */
export const attachmentsContract = {
  /** Keeps a file of any kind; the same content is kept once. */
  keep: {
    input: z.object({ name: z.string().max(1000), bytes: z.instanceof(Uint8Array) }),
    output: keptFile,
  },
  /** Where the page can open one; refused where it is not on this machine or is not what was kept. */
  locate: { input: z.object({ hash }), output: z.object({ url: z.string() }) },
  /** Which of these are not on this machine. */
  missing: {
    input: z.object({ hashes: z.array(hash) }),
    output: z.object({ missing: z.array(hash) }),
  },
  /** Which of these PDFs say something. */
  search: {
    input: z.object({ query: z.string().max(200), hashes: z.array(hash) }),
    output: z.object({ found: z.array(hash) }),
  },
} as const;

/** The folder of this machine's scanner. */
export const scannerContract = {
  describe: {
    input: nothing,
    output: z.object({
      folder: z.string().nullable(),
      failure: z.string().nullable(),
      files: z.array(scannedFile),
    }),
  },
  setFolder: { input: z.object({ folder: z.string().nullable() }), output: nothing },
  /** Keeps files of the folder; one that can't be taken stops none of the others. */
  take: {
    input: z.object({ jobId: z.uuid(), names: z.array(z.string()).min(1) }),
    output: z.object({ taken: z.array(takenFile) }),
  },
  /** Moves files that are on record into a folder beside the others. */
  setAside: { input: z.object({ names: z.array(z.string()) }), output: nothing },
} as const;
