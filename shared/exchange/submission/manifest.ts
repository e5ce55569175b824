import { z } from 'zod';
import { baseCode } from '../../domain/base/base.ts';
import { civilDate } from '../../domain/base/civil-date.ts';
import { hex32Bytes } from '../../domain/base/hex.ts';
import { period } from '../../domain/base/statistics.ts';
import { ledgerKind } from '../../domain/base/submission.ts';
import { regionCode } from '../../domain/people/region.ts';
import { changedFigure } from './flat-figures.ts';

/** The files of a package, in the order they lie in it. */
export const packageFiles = {
  manifest: 'manifest.json',
  signature: 'manifest.sig',
  statistics: 'statistics.json',
  csv: 'statistics.csv',
  parquet: 'statistics.parquet',
  workbook: '统计表.xlsx',
  document: '统计表.pdf',
  ledgerCsv: 'ledger.csv',
  ledgerParquet: 'ledger.parquet',
} as const;

/** What a package says of itself; signed as it lies in the package, byte for byte. */
export const submissionManifest = z.object({
  format: z.literal('jidi-submission'),
  version: z.literal(1),
  base: z.object({
    code: baseCode,
    name: z.string(),
    regionCode,
    approvalNumber: z.string(),
  }),
  period,
  /** 1 for the first of a period; a correction has the next. */
  sequence: z.number().int().min(1),
  /** The sequence it takes the place of; null for the first. */
  replaces: z.number().int().min(1).nullable(),
  /** Why it corrects; empty for the first. */
  reason: z.string(),
  /** What a correction changes. */
  changes: z.array(changedFigure),
  recipient: z.string(),
  madeOn: civilDate,
  ledger: ledgerKind,
  /** Every other file but the signature. */
  files: z.array(z.object({ name: z.string(), bytes: z.number().int().min(0), sha256: hex32Bytes })),
  /** The base's Ed25519 key, which its verification page publishes too. */
  key: z.object({ generation: z.number().int().min(1), publicKey: hex32Bytes }),
});
export type SubmissionManifest = z.infer<typeof submissionManifest>;

/** What is signed: the manifest's bytes, told apart from everything else the key signs. */
export const signaturePrefix = 'jidi-submission-1\n';

/** A learner's hours in one class, as a package with a ledger lists them. */
export const ledgerRow = z.object({
  /** A pseudonym, or the number of the document. */
  learner: z.string(),
  /** Empty where it is pseudonymous. */
  name: z.string(),
  region: z.string(),
  employerKind: z.string(),
  titleLevel: z.string(),
  classNumber: z.string(),
  classTitle: z.string(),
  generalHours: z.number().int().min(0),
  professionalHours: z.number().int().min(0),
});
export type LedgerRow = z.infer<typeof ledgerRow>;

/** JSON as the package writes it: keys in their order, two spaces, a line feed at the end. */
export function packageJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
