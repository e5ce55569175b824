import { join } from 'node:path';
import type { JournalHead } from '../../../shared/contract/host.ts';
import { refusal } from '../../../shared/domain/refusal.ts';
import { type JournalEntry, journalEntry } from '../../../shared/exchange/journal/entry.ts';
import { diskFailure } from '../disk-failure.ts';
import { type JournalDisk, realDisk } from './disk.ts';
import { encodeFrame } from './frame.ts';
import { type SegmentEnd, scanSegments, segmentHeader, segmentHeaderBytes, segmentName } from './segments.ts';

const segmentBytes = 16 * 1024 * 1024;

function parseEntry(payload: Buffer): JournalEntry {
  return journalEntry.parse(JSON.parse(payload.toString('utf8')));
}

/**
 * The append-only file of everything that was ever acknowledged. An append is answered only when
 * its entries are on the disk; entries follow one another without gap or double.
 */
export class Journal {
  private end: SegmentEnd | null = null;
  private head: JournalHead = { sequence: 0, id: null, damage: null };
  /** One append, read or scan at a time. */
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly folder: string,
    private readonly disk: JournalDisk = realDisk,
    private readonly maximumSegment = segmentBytes,
  ) {}

  /** Where the journal stands, with the place of any damage. */
  readHead(): Promise<JournalHead> {
    return this.inTurn(async () => {
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
    return this.inTurn(async () => {
      await this.open();
      if (this.head.damage) throw refusal('journalDamaged', this.head.damage);
      for (const entry of entries) await this.appendOne(entry);
      return this.head;
    });
  }

  /** Entries from a sequence on, at most `limit`. */
  read(from: number, limit: number): Promise<JournalEntry[]> {
    return this.inTurn(async () => {
      const entries: JournalEntry[] = [];
      await scanSegments(this.folder, this.disk, (payload) => {
        if (entries.length >= limit) return;
        const entry = parseEntry(payload);
        if (entry.sequence >= from) entries.push(entry);
      });
      return entries;
    });
  }

  private inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const turn = this.queue.then(act, act);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async open(): Promise<SegmentEnd> {
    if (this.end) return this.end;
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
      await this.disk.create(path, segmentHeader(end.hash));
      end.path = path;
      end.size = segmentHeaderBytes;
    }
    await this.disk.write(end.path, end.size, frame);
    end.size += frame.length;
    end.hash = hash;
  }
}
