import type { ArchiveFinding, VolumeRequest } from '../../../shared/contract/archives.ts';
import type { BoundVolume, HashOfFile } from '../../../shared/domain/teaching/filing.ts';
import {
  type ArchiveManifest,
  archiveFiles,
  filesOf,
  readManifest,
  writeManifest,
} from '../../../shared/exchange/archive/manifest.ts';
import { Refusal, refusal } from '../../../shared/refusals/index.ts';
import type { Attachments } from '../attachments/attachments.ts';
import { safeFileName } from '../files/produced-files.ts';
import type { PdfThread } from '../pdf/tasks.ts';
import type { MadeVolume } from '../pdf/volumes/volume.ts';
import { workbookBytes } from '../sheets/write-sheet.ts';
import type { Job } from '../threads/jobs.ts';
import { type Files, manifestsIn } from './inspect-package.ts';

/** Names within a volume: part and place first, so that a folder shows them in order. */
function attachmentFile(partIndex: number, partTitle: string, at: number, name: string): string {
  const lead = `${String(partIndex + 1).padStart(2, '0')} ${partTitle} ${at + 1} `;
  return `${archiveFiles.attachments}/${safeFileName(`${lead}${name}`)}`;
}

function manifestOf(
  request: VolumeRequest,
  { bytes, pages, parts }: MadeVolume,
  kept: Pick<BoundVolume, 'data'> & { volume: HashOfFile },
): ArchiveManifest {
  const { parts: asked, facts: _, sheets: __, ...about } = request;
  return {
    format: 1,
    ...about,
    volume: { file: archiveFiles.volume, hash: kept.volume.hash, bytes: bytes.length, pages },
    data: { file: archiveFiles.data, ...kept.data },
    parts,
    attachments: asked.flatMap((part, index) =>
      part.items
        .filter((item) => item.kind === 'attachment')
        .map(({ name, file }, at) => ({
          file: attachmentFile(index, part.title, at, name),
          hash: file.hash,
          bytes: file.bytes,
          part: part.id,
        })),
    ),
  };
}

/** Binds the volumes of class archives, keeps them sealed, and proves later that they are what was filed. */
export class Archives {
  constructor(
    private readonly attachments: Attachments,
    private readonly printer: Pick<PdfThread, 'run'>,
  ) {}

  /**
   * Binds a volume with its data and manifest, and keeps all three.
   * @throws Refusal fileMissing, missingCharacters, cancelled, diskFailure
   */
  async bind(request: VolumeRequest, { signal, progress }: Job): Promise<BoundVolume> {
    const contents = new Map<string, Uint8Array>();
    const items = request.parts.flatMap((part) => part.items);
    for (const item of items) {
      signal.throwIfAborted();
      if (item.kind === 'attachment' && !contents.has(item.file.hash)) {
        contents.set(item.file.hash, await this.attachments.read(item.file.hash, `附件 ${item.name}`));
      }
    }
    const work = { request, attachments: contents };
    const onProgress = (done: number) => progress(done, items.length);
    const made = await this.printer.run('volume', work, { signal, onProgress });
    const volume = await this.attachments.keepOwn(made.bytes);
    const data = await this.attachments.keepOwn(await workbookBytes(request.sheets));
    const manifest = writeManifest(manifestOf(request, made, { volume, data }));
    return {
      volume: { ...volume, pages: made.pages },
      data,
      manifest: await this.attachments.keepOwn(Buffer.from(manifest)),
      parts: made.parts,
    };
  }

  /** The manifest of a kept volume. @throws Refusal fileMissing, sealBroken, keysLocked */
  async manifest({ hash }: HashOfFile): Promise<ArchiveManifest> {
    const manifest = readManifest((await this.attachments.read(hash, '案卷清单')).toString('utf8'));
    if (!manifest) throw refusal('sealBroken', { what: '案卷清单' });
    return manifest;
  }

  /** Compares what this machine keeps of a volume with its manifest; a file that does not open is changed. */
  async verify(of: HashOfFile): Promise<{ finding: ArchiveFinding | null; problem: string }> {
    const manifest = await this.manifest(of).catch((thrown: unknown) => {
      if (thrown instanceof Refusal && thrown.code !== 'keysLocked') return thrown.message;
      throw thrown;
    });
    if (typeof manifest === 'string') return { finding: null, problem: manifest };
    const files: ArchiveFinding['files'] = [];
    for (const { file, hash, bytes } of filesOf(manifest)) {
      const content = await this.attachments.read(hash).catch((thrown: unknown) => {
        // A disk that can't be read says nothing of the file.
        if (thrown instanceof Refusal && thrown.code === 'diskUnreadable') throw thrown;
        return thrown;
      });
      if (content instanceof Buffer)
        files.push({ file, state: content.length === bytes ? 'whole' : 'changed' });
      else files.push({ file, state: isMissing(content) ? 'missing' : 'changed' });
    }
    return {
      finding: { manifest, files, isWhole: files.every(({ state }) => state === 'whole') },
      problem: '',
    };
  }

  /** A file of a volume as it was kept. */
  read(hash: string, what: string): Promise<Buffer> {
    return this.attachments.read(hash, what);
  }

  /** Keeps the files of every volume of a package that is whole; answers what the shelf has to know of each. */
  async receive(files: Files): Promise<{ manifest: ArchiveManifest; bound: BoundVolume }[]> {
    const received: { manifest: ArchiveManifest; bound: BoundVolume }[] = [];
    const contentOf = (path: string) => files.get(path) ?? new Uint8Array();
    for (const [folder, manifest] of manifestsIn(files)) {
      if (!manifest) continue;
      for (const { file } of filesOf(manifest)) await this.attachments.keepOwn(contentOf(`${folder}${file}`));
      const kept = await this.attachments.keepOwn(contentOf(`${folder}${archiveFiles.manifest}`));
      const { hash, bytes, pages } = manifest.volume;
      const data = { hash: manifest.data.hash, bytes: manifest.data.bytes };
      received.push({
        manifest,
        bound: { volume: { hash, bytes, pages }, data, parts: manifest.parts, manifest: kept },
      });
    }
    return received;
  }
}

function isMissing(thrown: unknown): boolean {
  return thrown instanceof Refusal && thrown.code === 'fileMissing';
}
