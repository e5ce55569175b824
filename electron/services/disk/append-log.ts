import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import type { z } from 'zod';
import { refusal } from '../../../shared/refusals/index.ts';
import { Turns } from '../turns.ts';
import { type Disk, realDisk } from './disk.ts';
import { diskFailure } from './disk-failure.ts';
import { readIfThere } from './read.ts';
import { whileHeld } from './while-held.ts';

const newline = 0x0a;

/** A line is JSON, for other programs too; its checksum covers the entry and every entry before it. */
function lineOf(entry: string, before: number): { line: Buffer; checksum: number } {
  const checksum = crc32(entry, before);
  const digits = checksum.toString(16).padStart(8, '0');
  return { line: Buffer.from(`{"crc32":"${digits}","entry":${entry}}\n`), checksum };
}

const linePattern = /^\{"crc32":"[0-9a-f]{8}","entry":(.*)\}\n$/s;

/** The entry of a line with its newline, and the checksum that the next goes on from; null where it is damaged. */
function readLine(line: Buffer, before: number): { entry: string; checksum: number } | null {
  const entry = linePattern.exec(line.toString('utf8'))?.[1];
  if (entry === undefined) return null;
  const written = lineOf(entry, before);
  return written.line.equals(line) ? { entry, checksum: written.checksum } : null;
}

interface Content<Entry> {
  entries: Entry[];
  /** Bytes of whole lines; what lies behind was never acknowledged. Null where there is no file. */
  end: number | null;
  size: number;
  checksum: number;
}

/**
 * A file of lines that is only ever appended to. A line that a crash cut short was never acknowledged: it does
 * not count, and the next append cuts it off. Damage anywhere else is a refusal, and nothing is written.
 * The file is read anew each time: it holds a line an act of a person, and another process may have added one.
 */
export class AppendLog<Schema extends z.ZodType> {
  private readonly turns = new Turns();

  constructor(
    private readonly path: string,
    private readonly schema: Schema,
    private readonly disk: Disk = realDisk,
  ) {}

  /** Every entry, in order. @throws Refusal logDamaged, diskUnreadable */
  read(): Promise<z.output<Schema>[]> {
    return this.turns.take(async () => (await this.content()).entries);
  }

  /** Answers when the entry is on the disk. @throws Refusal logDamaged, diskUnreadable, diskFailure */
  append(entry: z.output<Schema>): Promise<void> {
    return this.turns.take(async () => {
      const { end, size, checksum } = await this.content();
      const { line } = lineOf(JSON.stringify(entry), checksum);
      try {
        await this.write(line, end, size);
      } catch (thrown) {
        // Whoever is told that it failed does not find it counted after all.
        await this.disk.truncate(this.path, end ?? 0).catch(() => undefined);
        throw diskFailure(this.path, thrown);
      }
    });
  }

  private async write(line: Buffer, end: number | null, size: number): Promise<void> {
    if (end === null) {
      await this.disk.makeFolder(dirname(this.path));
      await this.disk.create(this.path, line);
      return;
    }
    if (size > end) await this.disk.truncate(this.path, end);
    await whileHeld(() => this.disk.write(this.path, end, line));
  }

  private damaged(line: number, reason: string) {
    return refusal('logDamaged', { path: this.path, line, reason });
  }

  private async content(): Promise<Content<z.output<Schema>>> {
    const bytes = await readIfThere(this.path, this.disk);
    const content: Content<z.output<Schema>> = {
      entries: [],
      end: bytes && 0,
      size: bytes?.length ?? 0,
      checksum: 0,
    };
    if (bytes === null) return content;
    let end = 0;
    for (let number = 1; end < bytes.length; number += 1) {
      const at = bytes.indexOf(newline, end);
      const line = bytes.subarray(end, at + 1);
      const read = at < 0 ? null : readLine(line, content.checksum);
      if (at < 0) {
        // A whole line with another byte for its newline was acknowledged once.
        const mended = Buffer.concat([bytes.subarray(end, -1), Buffer.of(newline)]);
        if (readLine(mended, content.checksum)) throw this.damaged(number, '行尾不符');
        break;
      }
      if (read === null) throw this.damaged(number, '校验不符');
      const parsed = this.schema.safeParse(JSON.parse(read.entry));
      if (!parsed.success) throw this.damaged(number, '格式不对，或是更新的版本写的');
      content.entries.push(parsed.data);
      content.checksum = read.checksum;
      end = at + 1;
    }
    return { ...content, end };
  }
}
