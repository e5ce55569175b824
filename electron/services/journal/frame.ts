import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/**
 * One entry in a segment: payload length, chain hash, checksum of the payload, checksum of these
 * three, then the payload. The header has a checksum of its own, so that a damaged length is not
 * taken for an entry that was cut off.
 */
export const frameHeaderBytes = 44;
export const hashBytes = 32;

/** The SHA-256 that covers a payload and, through the hash before it, every entry before it. */
export function chainHash(previous: Buffer, payload: Buffer): Buffer {
  return createHash('sha256').update(previous).update(payload).digest();
}

export function encodeFrame(previous: Buffer, payload: Buffer): { frame: Buffer; hash: Buffer } {
  const hash = chainHash(previous, payload);
  const header = Buffer.alloc(frameHeaderBytes);
  header.writeUInt32BE(payload.length, 0);
  hash.copy(header, 4);
  header.writeUInt32BE(crc32(payload), 36);
  header.writeUInt32BE(crc32(header.subarray(0, 40)), 40);
  return { frame: Buffer.concat([header, payload]), hash };
}

export type FrameReading =
  | { kind: 'entry'; payload: Buffer; hash: Buffer; end: number }
  | { kind: 'end' }
  /** The writing of the last entry was cut short: it was never acknowledged. */
  | { kind: 'torn' }
  | { kind: 'damaged'; reason: string };

/** Blocks that a crash left unwritten read as zeros. */
function isUnwritten(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0);
}

/** Reads the frame at an offset of a segment. Only the last segment can end in a torn entry. */
export function readFrame(segment: Buffer, offset: number, previous: Buffer, isLast: boolean): FrameReading {
  const rest = segment.subarray(offset);
  if (rest.length === 0) return { kind: 'end' };
  const cutShort = (): FrameReading =>
    isLast ? { kind: 'torn' } : { kind: 'damaged', reason: '条目不完整' };
  if (isUnwritten(rest)) return cutShort();
  if (rest.length < frameHeaderBytes) return cutShort();
  if (crc32(rest.subarray(0, 40)) !== rest.readUInt32BE(40)) {
    return { kind: 'damaged', reason: '条目头校验不符' };
  }
  const length = rest.readUInt32BE(0);
  const payload = rest.subarray(frameHeaderBytes, frameHeaderBytes + length);
  if (payload.length < length) return cutShort();
  const hash = rest.subarray(4, 4 + hashBytes);
  if (crc32(payload) !== rest.readUInt32BE(36)) {
    const reachesEnd = frameHeaderBytes + length === rest.length;
    // A payload is JSON and never ends in zeros; unwritten blocks do.
    return reachesEnd && payload.at(-1) === 0 ? cutShort() : { kind: 'damaged', reason: '条目内容校验不符' };
  }
  if (!chainHash(previous, payload).equals(hash)) return { kind: 'damaged', reason: '条目与前一条不相连' };
  return { kind: 'entry', payload, hash, end: offset + frameHeaderBytes + length };
}
