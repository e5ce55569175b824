/**
 * Plain data with bytes and dates as one run of bytes, for transports that carry only bytes:
 * four bytes of length, that much JSON, then every `Uint8Array` behind it in order.
 */

/** The largest message either end takes. */
export const wireLimit = { bytes: 64 * 1024 * 1024, text: '64 MB' };

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const bytesKey = '$bytes';
const dateKey = '$date';

function toJson(value: unknown, parts: Uint8Array[]): Json | undefined {
  if (value instanceof Uint8Array) {
    parts.push(value);
    return { [bytesKey]: value.byteLength };
  }
  if (value instanceof Date) return { [dateKey]: value.toISOString() };
  if (Array.isArray(value)) return value.map((item) => toJson(item, parts) ?? null);
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).flatMap(([key, item]): [string, Json][] => {
      if (key === bytesKey || key === dateKey) throw new TypeError(`${key} is reserved on the wire`);
      const json = toJson(item, parts);
      return json === undefined ? [] : [[key, json]];
    });
    return Object.fromEntries(entries);
  }
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new TypeError(`${value} cannot cross the wire`);
  if (
    value === null ||
    typeof value === 'boolean' ||
    typeof value === 'number' ||
    typeof value === 'string'
  ) {
    return value;
  }
  if (value === undefined) return undefined;
  throw new TypeError(`a ${typeof value} cannot cross the wire`);
}

/** Packs plain data. @throws TypeError on functions, symbols and numbers that JSON does not know */
export function packWire(value: unknown): Uint8Array {
  const parts: Uint8Array[] = [];
  const header = new TextEncoder().encode(JSON.stringify(toJson(value, parts) ?? null));
  const packed = new Uint8Array(4 + header.length + parts.reduce((sum, part) => sum + part.length, 0));
  new DataView(packed.buffer).setUint32(0, header.length);
  packed.set(header, 4);
  let at = 4 + header.length;
  for (const part of parts) {
    packed.set(part, at);
    at += part.length;
  }
  return packed;
}

/** Unpacks what `packWire` made. @throws RangeError when it is cut short or has bytes left over */
export function unpackWire(packed: Uint8Array): unknown {
  if (packed.length < 4) throw new RangeError('wire message cut short');
  const headerLength = new DataView(packed.buffer, packed.byteOffset).getUint32(0);
  let at = 4 + headerLength;
  if (packed.length < at) throw new RangeError('wire message cut short');
  const take = (length: number) => {
    if (packed.length < at + length) throw new RangeError('wire message cut short');
    const part = packed.slice(at, at + length);
    at += length;
    return part;
  };
  const header = new TextDecoder('utf-8', { fatal: true }).decode(packed.subarray(4, at));
  const value: unknown = revive(JSON.parse(header) as Json, take);
  if (at !== packed.length) throw new RangeError('wire message has bytes left over');
  return value;
}

function revive(json: Json, take: (length: number) => Uint8Array): unknown {
  if (Array.isArray(json)) return json.map((item) => revive(item, take));
  if (typeof json !== 'object' || json === null) return json;
  if (typeof json[bytesKey] === 'number') return take(json[bytesKey]);
  if (typeof json[dateKey] === 'string') return new Date(json[dateKey]);
  return Object.fromEntries(Object.entries(json).map(([key, item]) => [key, revive(item, take)]));
}
