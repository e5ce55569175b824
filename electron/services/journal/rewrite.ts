import { join } from 'node:path';
import type { Disk } from '../disk/disk.ts';
import { encodeFrame } from './frame.ts';
import { noHash, segmentHeader, segmentHeaderBytes, segmentName } from './segments.ts';

/**
 * Replaces the whole journal, all or nothing: the new one is written beside it and takes its place in
 * two renames, and the old one is set aside, not deleted.
 */
export async function rewriteJournal(
  folder: string,
  disk: Disk,
  payloads: readonly Buffer[],
  maximumSegment: number,
  setAside: string,
): Promise<void> {
  const writing = `${folder}.writing`;
  await disk.removeFolder(writing);
  await disk.makeFolder(writing);
  let hash: Buffer = noHash;
  let parts: Buffer[] = [];
  let size = 0;
  let first = 1;
  const flush = async () => {
    if (parts.length > 0) await disk.create(join(writing, segmentName(first)), Buffer.concat(parts));
  };
  for (const [index, payload] of payloads.entries()) {
    const encoded = encodeFrame(hash, payload);
    if (parts.length > 0 && size > segmentHeaderBytes && size + encoded.frame.length > maximumSegment) {
      await flush();
      parts = [];
    }
    if (parts.length === 0) {
      first = index + 1;
      parts.push(segmentHeader(hash));
      size = segmentHeaderBytes;
    }
    parts.push(encoded.frame);
    size += encoded.frame.length;
    hash = encoded.hash;
  }
  await flush();
  await disk.rename(writing, `${folder}.new`);
  await disk.rename(folder, setAside);
  await disk.rename(`${folder}.new`, folder);
}

/** Ends a rewriting that a crash cut short between its renames. */
export async function finishRewrite(folder: string, disk: Disk, setAside: string): Promise<void> {
  if (!(await disk.exists(`${folder}.new`))) return;
  if (await disk.exists(folder)) await disk.rename(folder, setAside);
  await disk.rename(`${folder}.new`, folder);
}
