import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ZipFile } from 'yazl';
import type { NamedSheet } from '../../../shared/contract/archives.ts';
import type { HashOfFile } from '../../../shared/domain/teaching/filing.ts';
import { type ArchiveManifest, archiveFiles, filesOf } from '../../../shared/exchange/archive/manifest.ts';
import { diskFailure } from '../disk-failure.ts';
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

/** Where the files of an exported archive go. */
export interface PackageSink {
  add(path: string, content: Uint8Array): Promise<void>;
  close(): Promise<void>;
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

/** A zip that any program opens. */
export class ZipSink implements PackageSink {
  private readonly zip = new ZipOfFiles();
  private readonly written: Promise<void>;

  constructor(path: string) {
    this.written = pipeline(this.zip.stream, createWriteStream(path));
    this.written.catch(() => undefined);
  }

  async add(path: string, content: Uint8Array): Promise<void> {
    this.zip.add(path, content);
    // What was added is written before the next is read: a year of volumes never lies in memory.
    while (this.zip.stream.readableLength > 0 && !this.zip.stream.errored) await nextTurn();
  }

  async close(): Promise<void> {
    this.zip.end();
    await this.written;
  }
}

/** A folder with a folder for each volume. */
export class FolderSink implements PackageSink {
  constructor(private readonly folder: string) {}

  async add(path: string, content: Uint8Array): Promise<void> {
    const target = join(this.folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }

  async close(): Promise<void> {}
}

/** The folder of a volume within a package. */
export function volumeFolder({ number, classTitle }: { number: string; classTitle: string }): string {
  return safeFileName(`${number} ${classTitle}`);
}

export interface PackageWork {
  manifests: readonly HashOfFile[];
  catalogue: NamedSheet;
}

async function writeInto(
  sink: PackageSink,
  archives: VolumeSource,
  work: PackageWork,
  { signal, progress }: Job,
): Promise<void> {
  for (const [index, of] of work.manifests.entries()) {
    signal.throwIfAborted();
    progress(index, work.manifests.length);
    const manifest = await archives.manifest(of);
    const folder = volumeFolder(manifest);
    await sink.add(`${folder}/${archiveFiles.manifest}`, await archives.read(of.hash, '案卷清单'));
    for (const { file, hash } of filesOf(manifest)) {
      await sink.add(`${folder}/${file}`, await archives.read(hash, `${manifest.number} 的 ${file}`));
    }
  }
  await sink.add(catalogueFile, await workbookBytes([work.catalogue]));
  await sink.close();
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
  const temporary = `${path}.part`;
  try {
    const sink = form === 'zip' ? new ZipSink(temporary) : new FolderSink(temporary);
    await writeInto(sink, archives, work, job);
    await rename(temporary, path);
  } catch (thrown) {
    await rm(temporary, { recursive: true, force: true });
    if (thrown instanceof Error && 'syscall' in thrown) throw diskFailure(path, thrown);
    throw thrown;
  }
}
