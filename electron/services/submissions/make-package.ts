import type { Statistics } from '../../../shared/domain/base/statistics.ts';
import { flatFigures } from '../../../shared/exchange/submission/flat-figures.ts';
import {
  type LedgerRow,
  packageFiles,
  packageJson,
  type SubmissionManifest,
  signaturePrefix,
} from '../../../shared/exchange/submission/manifest.ts';
import { steadyZip } from '../files/steady-zip.ts';
import { hashOf } from '../sealed-files/sealed-files.ts';
import type { Signer } from '../signing/signing-keys.ts';
import { type Columns, csvOf, parquetOf } from './tables.ts';

const figureColumns: Columns = [
  ['table', 'text'],
  ['key', 'text'],
  ['label', 'text'],
  ['measure', 'text'],
  ['value', 'integer'],
];
const ledgerColumns: Columns = [
  ['learner', 'text'],
  ['name', 'text'],
  ['region', 'text'],
  ['employerKind', 'text'],
  ['titleLevel', 'text'],
  ['classNumber', 'text'],
  ['classTitle', 'text'],
  ['generalHours', 'integer'],
  ['professionalHours', 'integer'],
];

/** What a package is made of, beside its key. */
export interface PackageContent {
  about: Omit<SubmissionManifest, 'files' | 'key' | 'format' | 'version'>;
  statistics: Statistics;
  workbook: Uint8Array;
  document: Uint8Array;
  ledger: readonly LedgerRow[];
}

export interface MadePackage {
  zip: Buffer;
  manifest: SubmissionManifest;
  /** Of the manifest's bytes: what an acknowledgement is for. */
  manifestHash: string;
}

/** A signed package; the same content and key give the same bytes. */
export async function makePackage(content: PackageContent, signer: Signer): Promise<MadePackage> {
  const { about, statistics, workbook, document, ledger } = content;
  const figures = flatFigures(statistics);
  const files: [string, Uint8Array][] = [
    [packageFiles.statistics, Buffer.from(packageJson(statistics))],
    [packageFiles.csv, csvOf(figureColumns, figures)],
    [packageFiles.parquet, parquetOf(figureColumns, figures)],
    [packageFiles.workbook, workbook],
    [packageFiles.document, document],
  ];
  if (about.ledger !== 'none') {
    files.push([packageFiles.ledgerCsv, csvOf(ledgerColumns, ledger)]);
    files.push([packageFiles.ledgerParquet, parquetOf(ledgerColumns, ledger)]);
  }
  const manifest: SubmissionManifest = {
    format: 'jidi-submission',
    version: 1,
    ...about,
    files: files.map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: hashOf(bytes) })),
    key: { generation: signer.generation, publicKey: signer.publicKey.toString('hex') },
  };
  const manifestBytes = Buffer.from(packageJson(manifest));
  const signature = signer.sign(Buffer.concat([Buffer.from(signaturePrefix), manifestBytes]));
  const zip = await steadyZip(
    [
      [packageFiles.manifest, manifestBytes],
      [packageFiles.signature, Buffer.from(`${signature.toString('base64')}\n`)],
      ...files,
    ],
    false,
  );
  return { zip, manifest, manifestHash: hashOf(manifestBytes) };
}
