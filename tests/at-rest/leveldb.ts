import SnappyJS from 'snappyjs';

/** LevelDB's files as its own documentation gives them: enough to read every byte that is in them. */

const tableMagic = Buffer.from('57fb808b247547db', 'hex');
const footerBytes = 48;
const blockTrailerBytes = 5;
const snappyType = 1;

class Reader {
  constructor(
    private readonly bytes: Buffer,
    public at = 0,
  ) {}

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  varint(): number {
    let [value, factor] = [0, 1];
    for (;;) {
      const byte = this.bytes[this.at] ?? 0;
      this.at += 1;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 128;
    }
  }

  take(length: number): Buffer {
    const part = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return part;
  }
}

function block(file: Buffer, offset: number, size: number): Buffer {
  const content = file.subarray(offset, offset + size);
  return file[offset + size] === snappyType ? Buffer.from(SnappyJS.uncompress(content)) : content;
}

/** Keys are written without what they share with the one before: put together again here. */
function entriesOf(content: Buffer): { key: Buffer; value: Buffer }[] {
  const restarts = content.readUInt32LE(content.length - 4);
  const reader = new Reader(content.subarray(0, content.length - 4 - 4 * restarts));
  const entries: { key: Buffer; value: Buffer }[] = [];
  let key: Buffer = Buffer.alloc(0);
  while (!reader.isAtEnd) {
    const [shared, rest, length] = [reader.varint(), reader.varint(), reader.varint()];
    key = Buffer.concat([key.subarray(0, shared), reader.take(rest)]);
    entries.push({ key, value: reader.take(length) });
  }
  return entries;
}

/** Whether a file is a LevelDB table. */
export function isTable(file: Buffer): boolean {
  return file.length >= footerBytes && file.subarray(-8).equals(tableMagic);
}

/** Every key and value of a table, unpacked. */
export function unpackTable(file: Buffer): Buffer[] {
  const footer = new Reader(file.subarray(-footerBytes));
  footer.varint();
  footer.varint();
  const [offset, size] = [footer.varint(), footer.varint()];
  return entriesOf(block(file, offset, size)).flatMap(({ value }) => {
    const handle = new Reader(value);
    const [at, length] = [handle.varint(), handle.varint()];
    if (at + length + blockTrailerBytes > file.length) return [];
    return entriesOf(block(file, at, length)).flatMap((entry) => [entry.key, entry.value]);
  });
}

const logBlockBytes = 32_768;
const logHeaderBytes = 7;

/** The records of a log, put together from the fragments that lie in blocks of 32 KB. */
export function unpackLog(file: Buffer): Buffer {
  const fragments: Buffer[] = [];
  for (let start = 0; start < file.length; start += logBlockBytes) {
    const part = file.subarray(start, start + logBlockBytes);
    let at = 0;
    while (at + logHeaderBytes <= part.length) {
      const length = part.readUInt16LE(at + 4);
      fragments.push(part.subarray(at + logHeaderBytes, at + logHeaderBytes + length));
      at += logHeaderBytes + length;
      if (length === 0 && part[at] === 0) break;
    }
  }
  return Buffer.concat(fragments);
}
