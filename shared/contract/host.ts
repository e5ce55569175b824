import { z } from 'zod';
import { certificateSnapshot } from '../domain/certificates/certificate.ts';
import { journalEntry } from '../exchange/journal/entry.ts';
import { grid } from '../exchange/roster/grid.ts';
import { archivesContract } from './archives.ts';
import { attachmentsContract, scannerContract } from './attachments.ts';
import { authorityContract } from './authority.ts';
import { backupsContract } from './backups.ts';
import { designsContract, drawnWith } from './designs.ts';
import { fontsContract } from './fonts.ts';
import { handoversContract } from './handovers.ts';
import { keysContract } from './keys.ts';
import { printedDocument } from './printed-document.ts';
import { proofsContract } from './proofs.ts';
import { signInSheet } from './sign-in-sheet.ts';
import { signingContract } from './signing.ts';
import { submissionsContract } from './submissions.ts';
import { surveysContract } from './surveys.ts';
import { writtenWorkbook } from './written-sheet.ts';

const bytes = z.instanceof(Uint8Array);
const jobId = z.uuid();
const nothing = z.object({});

const journalDamage = z.object({ segment: z.string(), offset: z.number().int(), reason: z.string() });

/** The last entry of the journal file; sequence 0 and no id before the first. */
const journalHead = z.object({
  sequence: z.number().int(),
  id: z.string().nullable(),
  damage: journalDamage.nullable(),
});
export type JournalHead = z.infer<typeof journalHead>;

/** A file the host has written for the person; `url` opens it in the page's own origin. */
const producedFile = z.object({ fileId: z.uuid(), name: z.string(), url: z.string() });
export type ProducedFile = z.infer<typeof producedFile>;

/**
 * All that the page may ask of the host: method → what goes in, what comes out. Both transports,
 * the client and the handler table are derived from this one table.
 */
const contract = {
  app: {
    describe: {
      input: nothing,
      output: z.object({
        host: z.enum(['electron', 'browser']),
        /** A base's own desk, or an authority's that takes packages of many bases. */
        mode: z.enum(['base', 'authority']),
        version: z.string(),
        dataFolder: z.string(),
      }),
    },
  },
  keys: keysContract,
  backups: backupsContract,
  sheets: {
    /** Opens a sheet file in a worker with limits. */
    read: {
      input: z.object({ jobId, name: z.string().max(260), bytes }),
      output: z.object({ sheets: z.array(grid), encoding: z.string().nullable() }),
    },
    /** Writes an .xlsx: lines above the table, a bold heading row, then text and numbers as they are. */
    write: {
      input: writtenWorkbook,
      output: producedFile,
    },
  },
  texts: {
    /** Writes a text file that other programs open: a calendar, a web page. */
    write: {
      input: z.object({
        name: z.string().max(120),
        ending: z.enum(['ics', 'html', 'json']),
        text: z.string().max(60_000_000),
      }),
      output: producedFile,
    },
  },
  certificates: {
    /** Which characters the printing fonts lack, for each text in order. */
    missingCharacters: {
      input: z.object({ texts: z.array(z.string()) }),
      output: z.object({ missing: z.array(z.array(z.string())) }),
    },
    /** One PDF of all, or one file each. */
    print: {
      input: z.object({
        jobId,
        name: z.string().max(120),
        certificates: z.array(certificateSnapshot).min(1),
        separate: z.boolean(),
        /** How often each was printed before, where that is to be said across its page. */
        reprints: z.array(z.number().int().min(0)).default([]),
        ...drawnWith.shape,
      }),
      output: z.object({ files: z.array(producedFile), pages: z.number().int() }),
    },
  },
  documents: {
    /** Documents of text and tables: one PDF of all, or one file each named by its title. */
    print: {
      input: z.object({
        jobId,
        name: z.string().max(120),
        documents: z.array(printedDocument).min(1),
        separate: z.boolean(),
      }),
      output: z.object({ files: z.array(producedFile), pages: z.number().int() }),
    },
  },
  proofs: proofsContract,
  attachments: attachmentsContract,
  scanner: scannerContract,
  archives: archivesContract,
  designs: designsContract,
  fonts: fontsContract,
  signing: signingContract,
  submissions: submissionsContract,
  handovers: handoversContract,
  authority: authorityContract,
  surveys: surveysContract,
  attendance: {
    printSignInSheet: {
      input: z.object({ jobId, name: z.string().max(120), sheet: signInSheet }),
      output: z.object({ file: producedFile, pages: z.number().int() }),
    },
  },
  journal: {
    /** Where the journal file stands, with the place of any damage. */
    head: { input: nothing, output: journalHead },
    /** Appends entries in order; answered when they are on the disk. Known ones are passed over. */
    append: { input: z.object({ entries: z.array(journalEntry).min(1) }), output: journalHead },
    /** Entries from a sequence on. */
    read: {
      input: z.object({ from: z.number().int().min(1), limit: z.number().int().min(1).max(5000) }),
      output: z.object({ entries: z.array(journalEntry) }),
    },
    /** Reads every entry anew from the disk and checks checksums and chain. */
    verify: {
      input: nothing,
      output: z.object({ entries: z.number().int(), hash: z.string(), damage: journalDamage.nullable() }),
    },
    /** Sets a damaged journal aside and begins an empty one, to be filled from a database that is whole. */
    beginAnew: { input: nothing, output: nothing },
  },
  files: {
    /** Opens a produced file in the system's own program. */
    open: { input: producedFile.pick({ fileId: true, name: true }), output: nothing },
    /** Shows a produced file in the system's file browser. */
    reveal: { input: producedFile.pick({ fileId: true, name: true }), output: nothing },
  },
  jobs: {
    /** Stops long work; its call then fails with `cancelled`. */
    cancel: { input: z.object({ jobId }), output: nothing },
  },
} as const;

type Contract = typeof contract;

/** The namespaces and methods as the page calls them. */
export type Host = {
  [Area in keyof Contract]: {
    [Name in keyof Contract[Area]]: Contract[Area][Name] extends { input: infer In; output: infer Out }
      ? (input: z.input<In & z.ZodType>) => Promise<z.output<Out & z.ZodType>>
      : never;
  };
};

export interface HandlerContext {
  report(event: HostEvent): void;
}

/** What the host must implement: one handler a method. */
export type Handlers = {
  [Area in keyof Contract]: {
    [Name in keyof Contract[Area]]: Contract[Area][Name] extends { input: infer In; output: infer Out }
      ? (input: z.output<In & z.ZodType>, context: HandlerContext) => Promise<z.input<Out & z.ZodType>>
      : never;
  };
};

export const hostEvent = z.object({
  type: z.literal('progress'),
  jobId,
  done: z.number().int(),
  total: z.number().int(),
});
export type HostEvent = z.infer<typeof hostEvent>;

interface Method {
  input: z.ZodType;
  output: z.ZodType;
}

/** Every method by its dotted name. */
export const methods: ReadonlyMap<string, Method> = new Map(
  Object.entries(contract).flatMap(([area, group]) =>
    Object.entries(group).map(([name, method]): [string, Method] => [`${area}.${name}`, method]),
  ),
);
