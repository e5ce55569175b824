import { zipSync } from 'fflate';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { Refusal, refusal } from '../../../shared/domain/refusal.ts';
import { sheetLimits } from './limits.ts';
import { writeOutReferences } from './write-out-references.ts';

function openZip(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });
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

function inflatesTooFar({ uncompressedSize, compressedSize }: Entry): boolean {
  return (
    uncompressedSize > sheetLimits.inflationFreeBytes &&
    uncompressedSize > compressedSize * sheetLimits.inflation
  );
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
 * Lets a workbook pass only when its claimed sizes fit the limits and every entry keeps its claim.
 * Answers the bytes to parse: the same, or with the references SheetJS misreads written out.
 * @throws Refusal fileInflates or fileDamaged
 */
export async function passZipGate(name: string, bytes: Buffer): Promise<Uint8Array> {
  const damaged = () => refusal('fileDamaged', { name });
  const tooBig = () => refusal('fileInflates', { name, limit: '50 MB' });
  const zip = await openZip(bytes).catch(() => {
    throw damaged();
  });
  try {
    if (zip.entryCount > sheetLimits.entries) throw tooBig();
    let total = 0;
    const entries: Entry[] = [];
    await readEntries(zip, async (entry) => {
      total += entry.uncompressedSize;
      if (total > sheetLimits.inflatedBytes || inflatesTooFar(entry)) throw tooBig();
      entries.push(entry);
    }).catch((thrown: unknown) => {
      throw thrown instanceof Refusal ? thrown : damaged();
    });
    const contents: Record<string, Uint8Array> = {};
    let rewritten = false;
    for (const entry of entries) {
      const content = await inflate(zip, entry).catch(() => {
        throw damaged();
      });
      const xml = entry.fileName.endsWith('.xml') ? content.toString('utf8') : '';
      const written = writeOutReferences(xml);
      contents[entry.fileName] = written === xml ? content : Buffer.from(written, 'utf8');
      rewritten ||= written !== xml;
    }
    return rewritten ? zipSync(contents, { level: 0 }) : bytes;
  } finally {
    zip.close();
  }
}
