import { join } from 'node:path';
import { attachmentLimit, type KeptFile } from '../../../shared/domain/teaching/attachment.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { attachmentKey } from '../keys/derived-keys.ts';
import type { Keyring } from '../keys/keyring.ts';
import { mediaTypeOf } from '../proofs/media-type.ts';
import { hashOf, SealedFiles } from '../sealed-files/sealed-files.ts';
import type { Inspector } from './inspector.ts';

/** Under what a thing derived from a file is sealed: never the name of a file itself. */
function derivedName(hash: string, what: 'text' | 'thumbnail'): string {
  return hashOf(Buffer.from(`${what}:${hash}`));
}

/** Letters and digits as they are compared: width, case and spaces make no other word. */
function searchable(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/**
 * Attached files and volumes in the data folder, sealed and named by their content; beside them, to be
 * made again at any time, what a PDF says and how the first page looks.
 */
export class Attachments {
  private readonly files: SealedFiles;
  private readonly derived: SealedFiles;

  constructor(
    readonly folder: string,
    keyring: Keyring,
    private readonly inspector: Inspector,
  ) {
    const key = () => attachmentKey(keyring.rootKey);
    this.files = new SealedFiles(folder, key);
    this.derived = new SealedFiles(join(folder, 'derived'), key);
  }

  /** @throws Refusal attachmentEmpty, attachmentTooLarge, keysLocked, diskFailure */
  async keep(name: string, content: Uint8Array): Promise<KeptFile> {
    if (content.length === 0) throw refusal('attachmentEmpty', { name });
    if (content.length > attachmentLimit.bytes) {
      throw refusal('attachmentTooLarge', { name, limit: attachmentLimit.text });
    }
    const hash = await this.files.keep(content);
    const type = mediaTypeOf(content);
    const pages = await this.look(hash, content, type);
    return {
      hash,
      bytes: content.length,
      kind: type === null ? 'other' : type === 'application/pdf' ? 'pdf' : 'image',
      type: type ?? 'application/octet-stream',
      pages,
    };
  }

  /** Sees what a file holds; that it says nothing is kept too, so that nobody looks again. */
  private async look(hash: string, content: Uint8Array, type: string | null): Promise<number | null> {
    const { pages, text, thumbnail } =
      type === null
        ? { pages: null, text: '', thumbnail: null }
        : await this.inspector.inspect(content, type);
    await this.derived.seal(derivedName(hash, 'text'), Buffer.from(text));
    if (thumbnail) await this.derived.seal(derivedName(hash, 'thumbnail'), thumbnail);
    return pages;
  }

  /** What the host itself has made: volumes, data, manifests. */
  async keepOwn(content: Uint8Array): Promise<{ hash: string; bytes: number }> {
    return { hash: await this.files.keep(content), bytes: content.length };
  }

  /** A file as it was kept. @throws Refusal fileMissing, keysLocked, sealBroken */
  read(hash: string, what = '附件'): Promise<Buffer> {
    return this.files.read(hash, what);
  }

  /** A PNG of the first page; drawn again where it is gone, null where there is none. */
  async thumbnail(hash: string): Promise<Buffer | null> {
    const name = derivedName(hash, 'thumbnail');
    const kept = await this.derived.open(name, '').catch(() => null);
    if (kept) return kept;
    const content = await this.read(hash);
    const type = mediaTypeOf(content);
    if (type === null) return null;
    await this.look(hash, content, type);
    return this.derived.open(name, '').catch(() => null);
  }

  /** Which of these say something, by their text. */
  async search(query: string, hashes: readonly string[]): Promise<string[]> {
    const wanted = searchable(query);
    if (wanted === '') return [];
    const found: string[] = [];
    for (const hash of new Set(hashes)) {
      const text = await this.textOf(hash).catch(() => null);
      if (text && searchable(text).includes(wanted)) found.push(hash);
    }
    return found;
  }

  /** What a file says; read again from the file where that is gone, as after a restore. */
  private async textOf(hash: string): Promise<string> {
    const name = derivedName(hash, 'text');
    const kept = await this.derived.open(name, '').catch(() => null);
    if (kept) return kept.toString('utf8');
    const content = await this.read(hash);
    await this.look(hash, content, mediaTypeOf(content));
    return (await this.derived.open(name, '')).toString('utf8');
  }

  /** Which of these are not here. */
  missing(hashes: readonly string[]): Promise<string[]> {
    return this.files.missing(hashes);
  }
}
