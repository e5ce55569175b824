import { z } from 'zod';
import { hex32Bytes } from '../domain/base/hex.ts';
import { statistics } from '../domain/base/statistics.ts';
import { ledgerRow, submissionManifest } from '../exchange/submission/manifest.ts';
import { printedDocument } from './printed-document.ts';
import { writtenSheet } from './written-sheet.ts';

export const submissionsContract = {
  /** Makes a signed package and keeps it; the same content is the same file. */
  make: {
    input: z.object({
      jobId: z.uuid(),
      name: z.string().max(120),
      about: submissionManifest.omit({ files: true, key: true, format: true, version: true }),
      /** Of the base's keys, the one that signs. */
      generation: z.number().int().min(1),
      statistics,
      sheets: z.array(writtenSheet).min(1).max(20),
      document: printedDocument,
      /** Learners with the number of their document, by which a pseudonym is made where one is asked for. */
      ledger: z.array(ledgerRow.extend({ documentKind: z.string() })),
      /** The sealing key of the authority's card; null where anybody may read the package. */
      sealFor: hex32Bytes.nullable(),
      /** The word the authority gave for pseudonyms; empty where there is no such ledger. */
      pseudonymPhrase: z.string().max(200),
    }),
    output: z.object({
      file: z.object({ fileId: z.uuid(), name: z.string(), url: z.string() }),
      manifestHash: hex32Bytes,
      fileHash: hex32Bytes,
    }),
  },
  /** The base's own public key, 64 hexadecimal digits, for an authority to register. */
  ownKey: {
    input: z.object({ generation: z.number().int().min(1) }),
    output: z.object({ publicKey: hex32Bytes }),
  },
  /** A package that was kept, to be handed on again. */
  again: {
    input: z.object({ fileHash: hex32Bytes, name: z.string().max(200), sealFor: hex32Bytes.nullable() }),
    output: z.object({ fileId: z.uuid(), name: z.string(), url: z.string() }),
  },
} as const;
