import { z } from 'zod';
import { civilDate } from '../domain/base/civil-date.ts';
import { oneOf } from '../domain/base/one-of.ts';
import { keptFile } from '../domain/teaching/attachment.ts';
import { boundVolume, filingKinds, hashOfFile, statedGap } from '../domain/teaching/filing.ts';
import { archiveManifest } from '../exchange/archive/manifest.ts';
import { printedDocument } from './printed-document.ts';

const text = z.string().max(4000);

/** A sheet of a workbook: the first row is its heading. */
const namedSheet = z.object({
  name: z.string().min(1).max(31),
  rows: z.array(z.array(z.union([z.string(), z.number()]))).min(1),
});
export type NamedSheet = z.infer<typeof namedSheet>;

const volumeItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('document'), title: text, document: printedDocument }),
  z.object({ kind: z.literal('attachment'), name: z.string().max(255), file: keptFile }),
]);
export type VolumeItem = z.infer<typeof volumeItem>;

/** A volume as the page asks for it: what its cover says, and its parts in their order. */
export const volumeRequest = z.object({
  kind: oneOf(filingKinds),
  number: text,
  baseName: text,
  classNumber: text,
  classTitle: text,
  /** Labelled lines of the cover. */
  facts: z.array(z.object({ label: text, text })),
  filedOn: civilDate,
  filedBy: text,
  /** Of a supplement: why. */
  reason: text,
  keptUntilYear: z.number().int(),
  gaps: z.array(statedGap),
  /** A part without items is listed with why it is empty. */
  parts: z.array(z.object({ id: z.string(), title: text, note: text, items: z.array(volumeItem) })).min(1),
  sheets: z.array(namedSheet).min(1),
});
export type VolumeRequest = z.infer<typeof volumeRequest>;

const fileState = z.enum(['whole', 'changed', 'missing', 'extra']);

/** What comparing an archive with its manifest found, a file each. */
const archiveFinding = z.object({
  manifest: archiveManifest,
  files: z.array(z.object({ file: z.string(), state: fileState })),
  isWhole: z.boolean(),
});
export type ArchiveFinding = z.infer<typeof archiveFinding>;

/** An exported archive: a zip that was chosen, or a zip or folder of this machine. */
const packageSource = z.union([
  z.object({ name: z.string().max(260), bytes: z.instanceof(Uint8Array) }),
  z.object({ path: z.string().min(1).max(1000) }),
]);
export type PackageSource = z.infer<typeof packageSource>;

const produced = z.object({ fileId: z.uuid(), name: z.string(), url: z.string() });

export const archivesContract = {
  /** Binds a volume with its data and manifest, and keeps all three. */
  bind: {
    input: z.object({ jobId: z.uuid(), request: volumeRequest }),
    output: boundVolume,
  },
  /** Compares what this machine keeps of a volume with its manifest, byte for byte. */
  verify: {
    input: z.object({ manifest: hashOfFile }),
    output: z.object({ finding: archiveFinding.nullable(), problem: z.string() }),
  },
  /** Writes volumes with their data, attachments and manifests for anybody to open. */
  export: {
    input: z.object({
      jobId: z.uuid(),
      name: z.string().max(120),
      form: z.enum(['zip', 'folder']),
      manifests: z.array(hashOfFile).min(1),
      catalogue: namedSheet,
    }),
    output: produced,
  },
  /** Compares an exported archive, a zip or a folder of this machine, with its manifests. */
  inspect: {
    input: z.object({ source: packageSource }),
    output: z.object({
      findings: z.array(archiveFinding),
      /** Files that belong to no manifest. */
      extra: z.array(z.string()),
      /** Whether a zip is the one that was exported, byte for byte; null of a folder. */
      isOriginal: z.boolean().nullable(),
    }),
  },
  /** Keeps the volumes of an exported archive that is whole; answers what the shelf has to know. */
  receive: {
    input: z.object({ source: packageSource }),
    output: z.object({
      received: z.array(z.object({ manifest: archiveManifest, bound: boundVolume })),
    }),
  },
  /** Opens a kept volume as a file of the person's. */
  open: {
    input: z.object({ name: z.string().max(200), volume: hashOfFile }),
    output: produced,
  },
} as const;
