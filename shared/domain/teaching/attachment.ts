import { z } from 'zod';
import { hex32Bytes } from '../base/hex.ts';
import { oneOf } from '../base/one-of.ts';

const mebibyte = 1024 * 1024;

/** The largest file that is attached: what the page can hand over in one call, with room to spare. */
export const attachmentLimit = { bytes: 60 * mebibyte, text: '60 MB' };

/** What the host keeps of a file: found by the hash of its content. */
export const keptFile = z.object({
  hash: hex32Bytes,
  bytes: z.number().int().min(1),
  /** What it is by its content, whatever its name says. */
  kind: z.enum(['pdf', 'image', 'other']),
  /** Its media type, for opening it. */
  type: z.string().max(100),
  /** Of a PDF that can be read, or 1 of a picture; null where it can't be bound into a volume. */
  pages: z.number().int().min(1).nullable(),
});
export type KeptFile = z.infer<typeof keptFile>;

export const attachmentKinds = { pdf: 'PDF', image: '图片', other: '其他' } as const;

/** The six parts of the base's shelf. */
export const shelfParts = {
  organisation: '机构',
  managers: '管理人员',
  trainers: '师资',
  facilities: '办学条件',
  learners: '学员',
  teaching: '教学',
} as const;
export type ShelfPart = keyof typeof shelfParts;
const shelfPart = oneOf(shelfParts);

/** An ID number in a file's name, which lists would show to everybody. */
const idNumber = /(?<!\d)(?:\d{17}[\dXx]|\d{15})(?!\d)/g;

/** A file's name as it is kept: an ID number in it shows its last four digits only. */
export function keptName(name: string): string {
  return name.normalize('NFC').replace(idNumber, (number) => `****${number.slice(-4)}`);
}

export const attachmentDetails = keptFile.extend({
  name: z.string().min(1).max(255).transform(keptName),
  /** Of a class, in this part of its archive; or of the base's shelf. */
  place: z.union([z.object({ classId: z.uuid(), part: z.string() }), z.object({ shelf: shelfPart })]),
});
export type AttachmentDetails = z.infer<typeof attachmentDetails>;

/** A file attached to a class's archive or to the base's shelf; the file itself lies with the host. */
export interface Attachment extends KeptFile {
  id: string;
  name: string;
  classId: string | null;
  part: string;
  shelf: ShelfPart | null;
  at: string;
  by: string;
}
