import { join } from 'node:path';
import type { JournalHead } from '../../../shared/contract/host.ts';
import type { Disk } from '../disk/disk.ts';
import { hashBytes, readFrame } from './frame.ts';

const magic = Buffer.from('JIDIJ01\n');
export const segmentHeaderBytes = magic.length + hashBytes;
export const noHash = Buffer.alloc(hashBytes);

const namePattern = /^journal-(\d{12})\.log$/;

export function segmentName(firstSequence: number): string {
  return `journal-${String(firstSequence).padStart(12, '0')}.log`;
}

/** What a new segment begins with: what it is, and the hash the chain goes on from. */
export function segmentHeader(previous: Buffer): Buffer {
  return Buffer.concat([magic, previous]);
}

/** The segments of a journal in their order. */
export async function segmentNames(folder: string, disk: Disk): Promise<string[]> {
  return (await disk.list(folder)).filter((name) => namePattern.test(name));
}

/** The sequence of the first entry of a segment, from its name. */
function firstSequence(name: string): number {
  return Number(namePattern.exec(name)?.[1]);
}

export interface SegmentEnd {
  /** The last segment; null before the first entry. */
  path: string | null;
  size: number;
  hash: Buffer;
  damage: JournalHead['damage'];
}

/**
 * Walks every segment in order and gives the payload of each entry whose checksum and chain hold. An entry cut
 * off at the very end is removed from the file; any other damage ends the walk and is reported.
 * @param from skips the segments before the one that holds this sequence; their hash is taken as told
 */
export async function scanSegments(
  folder: string,
  disk: Disk,
  onEntry: (payload: Buffer) => void,
  from = 1,
): Promise<SegmentEnd> {
  const all = await segmentNames(folder, disk);
  const skipped = Math.max(
    0,
    all.findLastIndex((name) => firstSequence(name) <= from),
  );
  const names = all.slice(skipped);
  const end: SegmentEnd = { path: null, size: 0, hash: noHash, damage: null };
  for (const [index, segment] of names.entries()) {
    const path = join(folder, segment);
    const isLast = index === names.length - 1;
    const bytes = await disk.read(path);
    if (isLast && bytes.length < segmentHeaderBytes) {
      // A crash while the segment was made: nothing in it was acknowledged.
      await disk.remove(path);
      return end;
    }
    if (index === 0 && skipped > 0) {
      end.hash = Buffer.from(bytes.subarray(magic.length, segmentHeaderBytes));
    }
    if (!bytes.subarray(0, segmentHeaderBytes).equals(segmentHeader(end.hash))) {
      return { ...end, damage: { segment, offset: 0, reason: '日志段的开头不符' } };
    }
    end.path = path;
    end.size = segmentHeaderBytes;
    for (;;) {
      const reading = readFrame(bytes, end.size, end.hash, isLast);
      if (reading.kind === 'end') break;
      if (reading.kind === 'damaged') {
        return { ...end, damage: { segment, offset: end.size, reason: reading.reason } };
      }
      if (reading.kind === 'torn') {
        await disk.truncate(path, end.size);
        break;
      }
      onEntry(reading.payload);
      end.size = reading.end;
      end.hash = Buffer.from(reading.hash);
    }
  }
  return end;
}
