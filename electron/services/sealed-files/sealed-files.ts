import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { refusal } from '../../../shared/refusals/index.ts';
import { makeFolder, replaceFile } from '../disk/files.ts';
import { listIfThere, readIfThere } from '../disk/read.ts';
import { openWith, sealWith } from '../keys/seal.ts';

const ending = '.sealed';

/** SHA-256 as hexadecimal digits: what a file is found by. */
export function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Whether a file name is one of a sealed file. */
export function isSealedName(name: string): boolean {
  return /^[0-9a-f]{64}\.sealed$/.test(name);
}

/** Files in one folder, each sealed with a key of the base (AES-256-GCM) and named by the hash of its content. */
export class SealedFiles {
  /** @param key asked at every use: it is there only while somebody is signed in */
  constructor(
    readonly folder: string,
    private readonly key: () => Buffer,
  ) {}

  /** Keeps a content once, and answers its hash. @throws Refusal keysLocked, diskFailure */
  async keep(content: Uint8Array): Promise<string> {
    const hash = hashOf(content);
    const known = await this.open(hash, '').catch(() => null);
    if (known === null || hashOf(known) !== hash) await this.seal(hash, content);
    return hash;
  }

  /** A content as it was kept. @throws Refusal fileMissing, diskUnreadable, keysLocked, sealBroken */
  async read(hash: string, what: string): Promise<Buffer> {
    const content = await this.open(hash, what);
    if (hashOf(content) !== hash) throw refusal('sealBroken', { what });
    return content;
  }

  /** Seals something under a name of 64 hexadecimal digits, which it is bound to. */
  async seal(name: string, content: Uint8Array): Promise<void> {
    const sealed = sealWith(this.key(), content, Buffer.from(name));
    await makeFolder(this.folder);
    await replaceFile(join(this.folder, `${name}${ending}`), sealed);
  }

  /** Opens what was sealed under a name. @throws Refusal fileMissing, diskUnreadable, keysLocked, sealBroken */
  async open(name: string, what: string): Promise<Buffer> {
    const key = this.key();
    const sealed = await readIfThere(join(this.folder, `${name}${ending}`));
    if (!sealed) throw refusal('fileMissing', { what });
    try {
      return openWith(key, sealed, Buffer.from(name));
    } catch {
      throw refusal('sealBroken', { what });
    }
  }

  /** Which of these are not here. */
  async missing(hashes: readonly string[]): Promise<string[]> {
    const here = new Set(await listIfThere(this.folder));
    return hashes.filter((hash) => !here.has(`${hash}${ending}`));
  }
}
