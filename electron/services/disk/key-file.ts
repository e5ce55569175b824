import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { refusal } from '../../../shared/refusals/index.ts';
import { type Disk, realDisk } from './disk.ts';
import { diskFailure, isMissing, reasonOf } from './disk-failure.ts';
import { partOf } from './files.ts';
import { inTurn } from './turns-by-path.ts';

/** Hexadecimal digits and their checksum, so that a key with one digit changed is not taken for another key. */
function textOf(key: Buffer): string {
  const digits = key.toString('hex');
  return `${digits} ${crc32(digits).toString(16).padStart(8, '0')}\n`;
}

/** A random key of a fixed length in a file of its own: made once, never replaced. */
export class KeyFile {
  /** @param bytes how long the key is */
  constructor(
    private readonly path: string,
    private readonly bytes: number,
    private readonly disk: Disk = realDisk,
  ) {}

  /** The key, made when it is first asked for. @throws Refusal keyFileUnusable, diskFailure */
  readOrMake(): Promise<Buffer> {
    return inTurn(this.path, async () => (await this.read()) ?? this.make());
  }

  private unusable(reason: string) {
    return refusal('keyFileUnusable', { path: this.path, reason });
  }

  /** Null only where there is no file. */
  private async read(): Promise<Buffer | null> {
    const text = await this.disk.read(this.path).then(String, (thrown: unknown) => {
      if (isMissing(thrown)) return null;
      throw this.unusable(reasonOf(thrown));
    });
    if (text === null) return null;
    if (text.trim() === '') throw this.unusable('文件是空的');
    const key = Buffer.from(text.slice(0, this.bytes * 2), 'hex');
    if (key.length !== this.bytes || textOf(key) !== text) throw this.unusable('内容损坏');
    return key;
  }

  private async make(): Promise<Buffer> {
    const part = partOf(this.path);
    try {
      await this.disk.makeFolder(dirname(this.path));
      await this.disk.writePart(part, textOf(randomBytes(this.bytes)));
      await this.disk.claim(part, this.path);
    } catch (thrown) {
      await this.disk.remove(part).catch(() => undefined);
      throw diskFailure(this.path, thrown);
    }
    // Another process may have been first: what lies there is the key.
    const key = await this.read();
    if (key === null) throw this.unusable('文件不见了');
    return key;
  }
}
