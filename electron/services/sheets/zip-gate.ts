import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { refusal } from '../../../shared/domain/refusal.ts';
import { sheetLimits } from './limits.ts';

function openZip(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });
}

/** Inflates one entry and throws it away: yauzl fails when its size is not the one it claims. */
function drain(zip: ZipFile, entry: Entry): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      stream.on('error', reject).on('end', resolve).resume();
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
 * Lets a zip pass only when its claimed sizes fit the limits and every entry keeps its claim.
 * @throws Refusal fileInflates or fileDamaged
 */
export async function passZipGate(name: string, bytes: Buffer): Promise<void> {
  const tooBig = () => refusal('fileInflates', { name, limit: '120 MB' });
  const zip = await openZip(bytes).catch(() => {
    throw refusal('fileDamaged', { name });
  });
  try {
    if (zip.entryCount > sheetLimits.entries) throw tooBig();
    let total = 0;
    const entries: Entry[] = [];
    await readEntries(zip, async (entry) => {
      total += entry.uncompressedSize;
      if (total > sheetLimits.inflatedBytes) throw tooBig();
      entries.push(entry);
    }).catch((thrown: unknown) => {
      if (thrown instanceof Error && thrown.name === 'Refusal') throw thrown;
      throw refusal('fileDamaged', { name });
    });
    for (const entry of entries) {
      await drain(zip, entry).catch(() => {
        throw refusal('fileDamaged', { name });
      });
    }
  } finally {
    zip.close();
  }
}
