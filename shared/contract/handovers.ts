import { z } from 'zod';
import { hex32Bytes } from '../domain/base/hex.ts';
import { classFile, marksFile } from '../exchange/handover/class-file.ts';

const nothing = z.object({});
const name = z.string().max(260);
const produced = z.object({ fileId: z.uuid(), name: z.string(), url: z.string() });
/** A file as it was chosen, or the name of one in the shared folder. */
const source = z.object({ name, bytes: z.instanceof(Uint8Array).nullable() });

/** Classes and marks that go between the machines of one base. */
export const handoversContract = {
  /** Writes a class file, into the shared folder too where there is one; `code` opens it. */
  makeClass: {
    input: z.object({ name: z.string().max(120), content: classFile }),
    output: z.object({ file: produced, code: z.string(), isShared: z.boolean() }),
  },
  openClass: {
    input: z.object({ jobId: z.uuid(), source, code: z.string().max(40) }),
    output: classFile,
  },
  makeMarks: {
    input: z.object({ name: z.string().max(120), content: marksFile, key: hex32Bytes }),
    output: z.object({ file: produced, isShared: z.boolean() }),
  },
  openMarks: {
    input: z.object({ jobId: z.uuid(), source, keys: z.record(z.string(), hex32Bytes) }),
    output: marksFile,
  },
  folder: {
    input: nothing,
    output: z.object({
      folder: z.string().nullable(),
      failure: z.string().nullable(),
      files: z.array(z.object({ name: z.string(), modifiedAt: z.string() })),
    }),
  },
  setFolder: { input: z.object({ folder: z.string().max(1000).nullable() }), output: nothing },
} as const;
