import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Disk } from '../disk/disk.ts';
import { chainHash, frameHeaderBytes, hashBytes } from './frame.ts';
import { segmentHeaderBytes, segmentNames } from './segments.ts';

interface IntactFrame {
  payload: Buffer;
  hash: Buffer;
}

/** The frame at this place if header and payload are whole, whatever came before it. */
function intactFrameAt(bytes: Buffer, offset: number): (IntactFrame & { end: number }) | null {
  const header = bytes.subarray(offset, offset + frameHeaderBytes);
  if (header.length < frameHeaderBytes) return null;
  const end = offset + frameHeaderBytes + header.readUInt32BE(0);
  if (end > bytes.length || crc32(header.subarray(0, 40)) !== header.readUInt32BE(40)) return null;
  const payload = bytes.subarray(offset + frameHeaderBytes, end);
  if (crc32(payload) !== header.readUInt32BE(36)) return null;
  return { payload, hash: header.subarray(4, 4 + hashBytes), end };
}

async function* intactFrames(folder: string, disk: Disk): AsyncGenerator<IntactFrame> {
  for (const name of await segmentNames(folder, disk)) {
    const bytes = await disk.read(join(folder, name));
    let offset = Math.min(segmentHeaderBytes, bytes.length);
    while (offset < bytes.length) {
      const frame = intactFrameAt(bytes, offset);
      if (frame) yield frame;
      // Behind damage the next entry may begin at any byte.
      offset = frame ? frame.end : offset + 1;
    }
  }
}

export interface Salvaged {
  /** Every payload of one unbroken chain, from the first entry on. */
  payloads: Buffer[];
  /** The chain's last hash. */
  hash: Buffer;
  /** The highest sequence of any intact entry in the files: what lies beyond the chain is lost. */
  highestSeen: number;
}

function sequenceOf(payload: Buffer): number {
  const { sequence } = JSON.parse(payload.toString('utf8')) as { sequence: number };
  return sequence;
}

/**
 * Goes on from a chain known to be whole (as a backup holds one) with whatever intact entries of a
 * damaged journal follow it: an entry is taken only if its hash covers the one before.
 */
export async function salvage(
  folder: string,
  disk: Disk,
  known: { payloads: Buffer[]; hash: Buffer },
): Promise<Salvaged> {
  const payloads = [...known.payloads];
  let { hash } = known;
  let highestSeen = payloads.length;
  for await (const frame of intactFrames(folder, disk)) {
    highestSeen = Math.max(highestSeen, sequenceOf(frame.payload));
    if (!chainHash(hash, frame.payload).equals(frame.hash)) continue;
    payloads.push(frame.payload);
    hash = Buffer.from(frame.hash);
  }
  return { payloads, hash, highestSeen };
}
