import { z } from 'zod';
import { civilDate } from '../../domain/base/civil-date.ts';
import { oneOf } from '../../domain/base/one-of.ts';
import { boundPart, filingKinds, hashOfFile, statedGap } from '../../domain/teaching/filing.ts';
import { parseBoundedJson } from '../bounded-json.ts';

const namedFile = hashOfFile.extend({ file: z.string().min(1).max(400) });

/** The names of what every exported volume holds, beside its attachments. */
export const archiveFiles = {
  manifest: 'manifest.json',
  volume: '案卷.pdf',
  data: '数据.xlsx',
  attachments: '附件',
} as const;

/**
 * What a filed volume consists of: format 1. Every other file is listed with its SHA-256 and size, so
 * that anybody can check it without the app.
 */
export const archiveManifest = z.strictObject({
  format: z.literal(1),
  kind: oneOf(filingKinds),
  number: z.string(),
  baseName: z.string(),
  classNumber: z.string(),
  classTitle: z.string(),
  filedOn: civilDate,
  filedBy: z.string(),
  reason: z.string(),
  keptUntilYear: z.number().int(),
  gaps: z.array(statedGap),
  volume: namedFile.extend({ pages: z.number().int().min(1) }),
  data: namedFile,
  parts: z.array(boundPart),
  attachments: z.array(namedFile.extend({ part: z.string() })),
});
export type ArchiveManifest = z.infer<typeof archiveManifest>;

/** A manifest as it is written: one text for one content, so that any other text is a changed one. */
export function writeManifest(manifest: ArchiveManifest): string {
  return `${JSON.stringify(archiveManifest.parse(manifest), null, 2)}\n`;
}

/** Reads a manifest; null where it is none, or not as it was written. */
export function readManifest(text: string): ArchiveManifest | null {
  try {
    const manifest = archiveManifest.parse(parseBoundedJson(text));
    return writeManifest(manifest) === text ? manifest : null;
  } catch {
    return null;
  }
}

/** Every file of a volume but its manifest. */
export function filesOf({ volume, data, attachments }: ArchiveManifest): z.infer<typeof namedFile>[] {
  return [volume, data, ...attachments];
}
