import { crc32 } from 'node:zlib';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { Refusal, refusal } from '../../../shared/refusals/index.ts';

/** How much a zip may claim to hold. */
export interface ZipLimits {
  entries: number;
  inflatedBytes: number;
  /** Past this many times its packed size an entry is no honest one, */
  inflation: number;
  /** unless it is no bigger than this. */
  inflationFreeBytes: number;
}

function openZip(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });
}

/** Whether a path is one that any file system takes for the same: no control characters, no broken UTF-8. */
function isPlainPath(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  return !/[\u0000-\u001f\ufffd]/.test(path);
}

/** What two paths have in common that would be one file on some machine. */
function placeOfPath(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** Inflates one entry: yauzl fails when its size is not the one it claims. */
function inflate(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const chunks: Buffer[] = [];
      stream.on('error', reject).on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}

function readEntries(zip: ZipFile, onEntry: (entry: Entry) => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      onEntry(entry).then(() => zip.readEntry(), reject);
    });
    zip.readEntry();
  });
}

/**
 * Every file of a zip by its path, once its claimed sizes fit the limits, each as its checksum says and no path
 * twice; yauzl refuses paths that climb.
 * @throws Refusal fileInflates or fileDamaged
 */
export async function readZip(name: string, bytes: Buffer, limits: ZipLimits): Promise<Map<string, Buffer>> {
  const damaged = () => refusal('fileDamaged', { name });
  const tooBig = () =>
    refusal('fileInflates', { name, limit: `${Math.round(limits.inflatedBytes / 1024 / 1024)} MB` });
  const zip = await openZip(bytes).catch(() => {
    throw damaged();
  });
  try {
    if (zip.entryCount > limits.entries) throw tooBig();
    let total = 0;
    const entries: Entry[] = [];
    const places = new Set<string>();
    await readEntries(zip, async (entry) => {
      const { uncompressedSize, compressedSize } = entry;
      total += uncompressedSize;
      const inflatesTooFar =
        uncompressedSize > limits.inflationFreeBytes && uncompressedSize > compressedSize * limits.inflation;
      if (total > limits.inflatedBytes || inflatesTooFar) throw tooBig();
      const place = placeOfPath(entry.fileName);
      if (places.has(place) || !isPlainPath(entry.fileName)) throw damaged();
      places.add(place);
      entries.push(entry);
    }).catch((thrown: unknown) => {
      throw thrown instanceof Refusal ? thrown : damaged();
    });
    const contents = new Map<string, Buffer>();
    for (const entry of entries) {
      const content = await inflate(zip, entry).catch(() => {
        throw damaged();
      });
      if (crc32(content) !== entry.crc32) throw damaged();
      if (!entry.fileName.endsWith('/')) contents.set(entry.fileName, content);
    }
    return contents;
  } finally {
    zip.close();
  }
}
