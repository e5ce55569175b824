import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { NamedSheet } from '../../../shared/contract/archives.ts';
import type { HashOfFile } from '../../../shared/domain/teaching/filing.ts';
import { type ArchiveManifest, archiveFiles, filesOf } from '../../../shared/exchange/archive/manifest.ts';
import { streamToFile } from '../disk/stream-to-file.ts';
import { type PutFile, writeFolder } from '../disk/write-folder.ts';
import { safeFileName } from '../files/produced-files.ts';
import { workbookBytes } from '../sheets/write-sheet.ts';
import type { Job } from '../threads/jobs.ts';

/** The catalogue beside the volumes. */
export const catalogueFile = '目录.xlsx';
/** Every entry of a zip bears this date: the same content gives the same bytes. */
const zipDate = new Date(2017, 1, 1);

/** Where volumes and their files come from. */
export interface VolumeSource {
  manifest(of: HashOfFile): Promise<ArchiveManifest>;
  read(hash: string, what: string): Promise<Uint8Array>;
}

/** A zip being written, the files in the order they are added; PDFs and pictures are compressed already. */
class ZipOfFiles {
  private readonly zip = new ZipFile();
  readonly stream = this.zip.outputStream as Readable;

  add(path: string, content: Uint8Array): void {
    const options = { compress: false, mtime: zipDate, mode: 0o100644, forceDosTimestamp: true };
    this.zip.addBuffer(Buffer.from(content.buffer, content.byteOffset, content.byteLength), path, options);
  }

  end(): void {
    this.zip.end();
  }
}

/** Whether a zip is, byte for byte, the one that would be written of these files in their order. */
export async function isZipOf(bytes: Uint8Array, files: ReadonlyMap<string, Uint8Array>): Promise<boolean> {
  const zip = new ZipOfFiles();
  for (const [path, content] of files) zip.add(path, content);
  zip.end();
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  for await (const chunk of zip.stream as AsyncIterable<Buffer>) {
    if (!whole.subarray(at, at + chunk.length).equals(chunk)) return false;
    at += chunk.length;
  }
  return at === whole.length;
}

/** The folder of a volume within a package. */
function volumeFolder({ number, classTitle }: { number: string; classTitle: string }): string {
  return safeFileName(`${number} ${classTitle}`);
}

export interface PackageWork {
  manifests: readonly HashOfFile[];
  catalogue: NamedSheet;
}

async function writeInto(
  put: PutFile,
  archives: VolumeSource,
  work: PackageWork,
  { signal, progress }: Job,
): Promise<void> {
  for (const [index, of] of work.manifests.entries()) {
    signal.throwIfAborted();
    progress(index, work.manifests.length);
    const manifest = await archives.manifest(of);
    const folder = volumeFolder(manifest);
    await put(`${folder}/${archiveFiles.manifest}`, await archives.read(of.hash, '案卷清单'));
    for (const { file, hash } of filesOf(manifest)) {
      await put(`${folder}/${file}`, await archives.read(hash, `${manifest.number} 的 ${file}`));
    }
  }
  await put(catalogueFile, await workbookBytes([work.catalogue]));
}

/**
 * Writes volumes with their data, attachments and manifests as a zip or a folder, whole or not at all.
 * @throws Refusal fileMissing, sealBroken, diskFailure, cancelled
 */
export async function writePackage(
  path: string,
  form: 'zip' | 'folder',
  archives: VolumeSource,
  work: PackageWork,
  job: Job,
): Promise<void> {
  if (form === 'folder') return writeFolder(path, (put) => writeInto(put, archives, work, job));
  const zip = new ZipOfFiles();
  await streamToFile(path, zip.stream, async (file) => {
    // What was added is written before the next is read: a year of volumes never lies in memory.
    const put: PutFile = (name, content) => {
      zip.add(name, content);
      return file.room();
    };
    await writeInto(put, archives, work, job);
    zip.end();
  });
}
