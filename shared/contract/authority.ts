import { z } from 'zod';
import { baseCode } from '../domain/base/base.ts';
import { period } from '../domain/base/statistics.ts';

const nothing = z.object({});
const jobId = z.uuid();
const produced = z.object({ fileId: z.uuid(), name: z.string(), url: z.string() });
const name = z.string().trim().min(2).max(80);

/** What stands in the way of taking a package, or wants a look. */
const packageConflict = z.object({
  file: z.string(),
  base: z.string(),
  period: z.string(),
  kind: z.enum(['refused', 'passed over', 'look']),
  reason: z.string(),
});
export type PackageConflict = z.infer<typeof packageConflict>;

const takingReport = z.object({
  packages: z.number().int(),
  conflicts: z.array(packageConflict),
  /** Bases whose keys are not registered yet, with what to compare by telephone. */
  newBases: z.array(z.object({ code: z.string(), name: z.string(), fingerprint: z.string() })),
  run: z.string().nullable(),
  taken: z.number().int(),
});
export type TakingReport = z.infer<typeof takingReport>;

const authorityState = z.object({
  /** Where packages wait: files may be put into it by hand. */
  inbox: z.string(),
  acknowledgements: z.string(),
  waiting: z.array(z.string()),
  /** Empty where the key can't be read. */
  fingerprint: z.string(),
  /** As acknowledgements name it; empty before anybody said. */
  name: z.string(),
  bases: z.array(z.string()),
  runs: z.array(z.object({ run: z.string(), on: z.string(), packages: z.number().int() })),
  periods: z.array(z.object({ period, bases: z.number().int() })),
  /** Files that are damaged or can't be read, and what to do: what needs them is refused meanwhile. */
  problems: z.array(z.string()),
});
export type AuthorityState = z.infer<typeof authorityState>;

const tableRows = z.array(z.record(z.string(), z.union([z.string(), z.number()])));

/** The authority's side (第28条): packages of many bases taken, tabulated and acknowledged. */
export const authorityContract = {
  describe: { input: nothing, output: authorityState },
  rename: { input: z.object({ name }), output: nothing },
  addToInbox: {
    input: z.object({ name: z.string().max(260), bytes: z.instanceof(Uint8Array) }),
    output: nothing,
  },
  /** Compares what waits with each other and with what was taken; takes nothing. */
  check: { input: z.object({ jobId }), output: takingReport },
  register: { input: z.object({ jobId, codes: z.array(baseCode).min(1) }), output: nothing },
  /** Takes all that waits, or nothing where one is refused. */
  take: { input: z.object({ jobId }), output: takingReport },
  takeBack: { input: z.object({ run: z.uuid() }), output: z.object({ packages: z.number().int() }) },
  tables: {
    input: z.object({ period }),
    output: z.object({
      tables: z.object({
        total: tableRows,
        'by-region': tableRows,
        'by-base': tableRows,
        breakdowns: tableRows,
        'by-time': tableRows,
        'shared-learners': tableRows,
      }),
      /** Codes of registered bases that have not reported. */
      missing: z.array(z.string()),
    }),
  },
  writeTables: { input: z.object({ period }), output: produced },
  /** The file that bases register this authority by. */
  writeCard: { input: nothing, output: produced },
  openFolder: { input: z.object({ folder: z.enum(['inbox', 'acknowledgements']) }), output: nothing },
} as const;
