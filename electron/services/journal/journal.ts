import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import type { JournalHead } from '../../../shared/contract/host.ts';
import { type JournalEntry, journalEntry } from '../../../shared/exchange/journal/entry.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { type Disk, realDisk } from '../disk/disk.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { Turns } from '../turns.ts';
import { encodeFrame } from './frame.ts';
import { finishRewrite, rewriteJournal } from './rewrite.ts';
import { type Salvaged, salvage } from './salvage.ts';
import {
  noHash,
  type SegmentEnd,
  scanSegments,
  segmentHeader,
  segmentHeaderBytes,
  segmentName,
} from './segments.ts';

const segmentBytes = 16 * 1024 * 1024;

function parseEntry(payload: Buffer): JournalEntry {
  return journalEntry.parse(JSON.parse(payload.toString('utf8')));
}

export interface JournalContent {
  payloads: Buffer[];
  /** The chain hash of the last entry. */
  hash: Buffer;
  damage: JournalHead['damage'];
}

/**
 * The append-only file of everything that was ever acknowledged. An append is answered only when
 * its entries are on the disk; entries follow one another without gap or double.
 */
export class Journal {
  private end: SegmentEnd | null = null;
  private head: JournalHead = { sequence: 0, id: null, damage: null };
  /** One append, read or scan at a time. */
  private readonly turns = new Turns();

  constructor(
    private readonly folder: string,
    private readonly disk: Disk = realDisk,
    private readonly maximumSegment = segmentBytes,
  ) {}

  /** Where the journal stands, with the place of any damage. */
  readHead(): Promise<JournalHead> {
    return this.turns.take(async () => {
      await this.open();
      return this.head;
    });
  }

  /**
   * Appends entries in their order. Those that are in the file already are passed over, so that
   * a page may send again what it does not know to have arrived.
   * @throws Refusal journalDamaged, journalGap, journalForked, diskFailure
   */
  append(entries: readonly JournalEntry[]): Promise<JournalHead> {
    return this.turns.take(async () => {
      await this.open();
      if (this.head.damage) throw refusal('journalDamaged', this.head.damage);
      for (const entry of entries) await this.appendOne(entry);
      return this.head;
    });
  }

  /** Entries from a sequence on, at most `limit`. */
  read(from: number, limit: number): Promise<JournalEntry[]> {
    return this.turns.take(async () => {
      const entries: JournalEntry[] = [];
      const take = (payload: Buffer) => {
        if (entries.length >= limit) return;
        const entry = parseEntry(payload);
        if (entry.sequence >= from) entries.push(entry);
      };
      await this.open();
      await scanSegments(this.folder, this.disk, take, from);
      return entries;
    });
  }

  /** Every payload of the journal with its last hash, up to any damage: what a backup holds. */
  readAll(): Promise<JournalContent> {
    return this.turns.take(async () => {
      await this.open();
      const payloads: Buffer[] = [];
      const { hash, damage } = await scanSegments(this.folder, this.disk, (payload) =>
        payloads.push(payload),
      );
      return { payloads, hash, damage };
    });
  }

  /** Reads everything anew from the disk: whether every entry still is what was written. */
  verify(): Promise<{ entries: number; hash: string; damage: JournalHead['damage'] }> {
    return this.turns.take(async () => {
      this.end = null;
      const { hash, damage } = await this.open();
      return { entries: this.head.sequence, hash: hash.toString('hex'), damage };
    });
  }

  /**
   * What of a damaged journal still follows a chain known to be whole, without changing anything.
   * @param known a backup's content; the part before the damage where it is longer
   */
  salvage(known: { payloads: Buffer[]; hash: Buffer } | null): Promise<Salvaged> {
    return this.turns.take(async () => {
      const own: { payloads: Buffer[]; hash: Buffer } = { payloads: [], hash: noHash };
      const { hash } = await scanSegments(this.folder, this.disk, (payload) => own.payloads.push(payload));
      own.hash = hash;
      const longer = known && known.payloads.length > own.payloads.length ? known : own;
      return salvage(this.folder, this.disk, longer);
    });
  }

  /** Puts another content in the journal's place, all or nothing; what was there is set aside. */
  rewrite(payloads: readonly Buffer[]): Promise<void> {
    return this.turns.take(async () => {
      this.end = null;
      try {
        await this.disk.makeFolder(this.folder);
        await rewriteJournal(this.folder, this.disk, payloads, this.maximumSegment, this.asidePath());
      } catch (thrown) {
        throw diskFailure(this.folder, thrown);
      }
    });
  }

  /** Sets a damaged journal aside and begins an empty one; a whole one is left as it is. */
  async beginAnew(): Promise<void> {
    if ((await this.readHead()).damage) await this.rewrite([]);
  }

  private asidePath(): string {
    return join(`${this.folder}-set-aside`, uuid());
  }

  private async open(): Promise<SegmentEnd> {
    if (this.end) return this.end;
    await finishRewrite(this.folder, this.disk, this.asidePath());
    let last: Buffer | null = null;
    const end = await scanSegments(this.folder, this.disk, (payload) => {
      last = payload;
    });
    // Checksum and chain have vouched for every entry; only the last one's content is wanted.
    const entry = last === null ? null : parseEntry(last);
    this.head = { sequence: entry?.sequence ?? 0, id: entry?.id ?? null, damage: end.damage };
    this.end = end;
    return end;
  }

  private async appendOne(entry: JournalEntry): Promise<void> {
    const { sequence } = this.head;
    if (entry.sequence === sequence && entry.id !== this.head.id)
      throw refusal('journalForked', { sequence });
    if (entry.sequence <= sequence) return;
    if (entry.sequence !== sequence + 1) throw refusal('journalGap', { sequence, next: entry.sequence });
    try {
      await this.write(entry);
    } catch (thrown) {
      // What is on the disk is not known any more: the next act reads it anew.
      this.end = null;
      throw diskFailure(this.folder, thrown);
    }
    this.head = { sequence: entry.sequence, id: entry.id, damage: null };
  }

  private async write(entry: JournalEntry): Promise<void> {
    const end = await this.open();
    const { frame, hash } = encodeFrame(end.hash, Buffer.from(JSON.stringify(entry), 'utf8'));
    const isFull = end.size > segmentHeaderBytes && end.size + frame.length > this.maximumSegment;
    if (end.path === null || isFull) {
      const path = join(this.folder, segmentName(entry.sequence));
      await this.disk.makeFolder(this.folder);
      await this.disk.create(path, segmentHeader(end.hash));
      end.path = path;
      end.size = segmentHeaderBytes;
    }
    await this.disk.write(end.path, end.size, frame);
    end.size += frame.length;
    end.hash = hash;
  }
}
