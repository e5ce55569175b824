import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Chance } from '../torture/random.ts';

type Mutation = (bytes: Buffer, chance: Chance) => Buffer;

/** Bytes and lengths that readers tend to stumble over. */
const edges = [0x00, 0x01, 0x7f, 0x80, 0xff];
const nasty = ['\0', '../', '=1+1', '"', '{', '[', '\ufeff', '\u202e', '-1', '1e999', '__proto__', '𬭁'];

const withByte: Mutation = (bytes, chance) => {
  const changed = Buffer.from(bytes);
  if (changed.length > 0) changed[chance.below(changed.length)] = chance.pick(edges);
  return changed;
};

const withBitFlipped: Mutation = (bytes, chance) => {
  const changed = Buffer.from(bytes);
  const at = chance.below(Math.max(1, changed.length));
  if (changed.length > 0) changed[at] = (changed[at] ?? 0) ^ (1 << chance.below(8));
  return changed;
};

const cutOff: Mutation = (bytes, chance) => Buffer.from(bytes.subarray(0, chance.below(bytes.length + 1)));

const withoutRange: Mutation = (bytes, chance) => {
  const from = chance.below(bytes.length + 1);
  const to = Math.min(bytes.length, from + chance.below(64) + 1);
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
};

const withRangeTwice: Mutation = (bytes, chance) => {
  const from = chance.below(bytes.length + 1);
  const to = Math.min(bytes.length, from + chance.below(256) + 1);
  return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
};

const withInsertion: Mutation = (bytes, chance) => {
  const at = chance.below(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(chance.pick(nasty)), bytes.subarray(at)]);
};

const withNumber: Mutation = (bytes, chance) => {
  const changed = Buffer.from(bytes);
  if (changed.length < 4) return changed;
  const at = chance.below(changed.length - 3);
  changed.writeUInt32LE(chance.pick([0, 1, 0x7fffffff, 0x80000000, 0xffffffff, changed.length]), at);
  return changed;
};

/** One of the common ways in which a file is broken, by chance or on purpose. */
const mutations: readonly Mutation[] = [
  withByte,
  withBitFlipped,
  withBitFlipped,
  cutOff,
  withoutRange,
  withRangeTwice,
  withInsertion,
  withNumber,
];

/** A file changed in one to four places. */
export function mutated(bytes: Buffer, chance: Chance): Buffer {
  let changed = bytes;
  for (let left = 1 + chance.below(4); left > 0; left -= 1) changed = chance.pick(mutations)(changed, chance);
  return changed;
}

const localSignature = 0x04034b50;
const centralSignature = 0x02014b50;

/**
 * A zip with one entry's content changed and its checksum made right again: what a forger sends, and what no
 * checksum finds. The zip as it was where it has no such entry.
 */
export function withForgedEntry(zip: Buffer, chance: Chance): Buffer {
  const entries: { at: number; name: number; packed: number; method: number }[] = [];
  for (let at = 0; at + 30 <= zip.length && zip.readUInt32LE(at) === localSignature; ) {
    const [method, packed] = [zip.readUInt16LE(at + 8), zip.readUInt32LE(at + 18)];
    const name = zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
    // Sizes behind the content, or beyond 4 GB, are written by nobody that we read.
    if ((zip.readUInt16LE(at + 6) & 8) !== 0) break;
    entries.push({ at, name, packed, method });
    at += 30 + name + packed;
  }
  if (entries.length === 0) return zip;
  const { at, name, packed, method } = chance.pick(entries);
  const start = at + 30 + name;
  const old = zip.subarray(start, start + packed);
  const content = mutated(method === 0 ? Buffer.from(old) : inflateRawSync(old), chance);
  const replaced = method === 0 ? content : deflateRawSync(content);
  const grown = replaced.length - packed;
  const forged = Buffer.concat([zip.subarray(0, start), replaced, zip.subarray(start + packed)]);
  const seal = (place: number) => {
    forged.writeUInt32LE(crc32(content), place);
    forged.writeUInt32LE(replaced.length, place + 4);
    forged.writeUInt32LE(content.length, place + 8);
  };
  seal(at + 14);
  for (let place = start + replaced.length; place + 46 <= forged.length; place += 1) {
    if (forged.readUInt32LE(place) === centralSignature) {
      const offset = forged.readUInt32LE(place + 42);
      if (offset === at) seal(place + 16);
      else if (offset > at && offset < 0xffffffff) forged.writeUInt32LE(offset + grown, place + 42);
    } else if (forged.readUInt32LE(place) === 0x06054b50 && place + 22 <= forged.length) {
      forged.writeUInt32LE(forged.readUInt32LE(place + 16) + grown, place + 16);
    }
  }
  return forged;
}
