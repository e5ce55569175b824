import type { JournalHead } from '../../shared/contract/host.ts';
import type { JournalEntry } from '../../shared/exchange/journal/entry.ts';
import { messageOf, refusal } from '../../shared/refusals/index.ts';
import type { BaseDatabase } from './base-database.ts';
import { entryOf } from './content-proof.ts';
import { lastSequence } from './journal-head.ts';

/** The journal file as the page reaches it through the host. */
export interface JournalFile {
  head(input: Record<string, never>): Promise<JournalHead>;
  append(input: { entries: JournalEntry[] }): Promise<JournalHead>;
  read(input: { from: number; limit: number }): Promise<{ entries: JournalEntry[] }>;
}

/** Saved means: in the database and in the journal file, both on the disk. */
export type SaveState = { kind: 'saved' } | { kind: 'saving' } | { kind: 'failed'; reason: string };

/**
 * Carries journal entries from the database to the journal file, in order, each until the host
 * has answered that it is on the disk. What has not arrived stays in the database and goes next.
 */
export class Outbox {
  private state: SaveState = { kind: 'saved' };
  private arrived: number | null = null;
  private shipping: Promise<void> | null = null;
  private again = false;
  private readsDatabase = false;
  private readonly written = new Map<number, JournalEntry>();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly database: BaseDatabase,
    private readonly file: JournalFile,
  ) {}

  readonly currentState = (): SaveState => this.state;

  /** Hears of every change of the state; returns how to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /**
   * Ships all there is. Never throws: the state says how it went.
   * @param written the entry that was just written, so that it need not be read back
   */
  ship(written?: JournalEntry): Promise<void> {
    if (written) this.written.set(written.sequence, written);
    else this.readsDatabase = true;
    this.again = true;
    this.shipping ??= this.shipAll();
    return this.shipping;
  }

  /** Tries once more where the last shipping failed. @throws Refusal notSaved while it still fails */
  async refuseUnlessSaved(): Promise<void> {
    if (this.state.kind === 'failed') await this.ship();
    if (this.state.kind === 'failed') throw refusal('notSaved', { reason: this.state.reason });
  }

  /** What was known of the file no longer holds: the next shipping asks it. */
  forgetArrived(): void {
    this.arrived = null;
  }

  private setState(next: SaveState): void {
    this.state = next;
    for (const listener of this.listeners) listener();
  }

  private async shipAll(): Promise<void> {
    this.setState({ kind: 'saving' });
    let next: SaveState = { kind: 'saved' };
    try {
      while (this.again) {
        this.again = false;
        await this.shipPending();
      }
    } catch (thrown) {
      this.arrived = null;
      next = { kind: 'failed', reason: messageOf(thrown) };
    }
    // In one turn with the last look at `again`: who asks after it must start a shipping of its own.
    this.shipping = null;
    this.setState(next);
  }

  private async shipPending(): Promise<void> {
    const isFirst = this.arrived === null;
    let arrived = this.arrived ?? (await this.readArrived());
    const last =
      isFirst || this.readsDatabase
        ? await lastSequence(this.database)
        : Math.max(arrived, ...this.written.keys());
    this.readsDatabase = false;
    while (arrived < last) {
      arrived = (await this.file.append({ entries: [await this.entryAt(arrived + 1, last)] })).sequence;
      this.arrived = arrived;
    }
    for (const sequence of this.written.keys()) if (sequence <= arrived) this.written.delete(sequence);
  }

  private async entryAt(sequence: number, last: number): Promise<JournalEntry> {
    const written = this.written.get(sequence);
    if (written) return written;
    const row = await this.database.rows.journal.get(sequence);
    if (!row) throw refusal('journalGap', { sequence: sequence - 1, next: last });
    return entryOf(row);
  }

  private async readArrived(): Promise<number> {
    const head = await this.file.head({});
    if (head.damage) throw refusal('journalDamaged', head.damage);
    return head.sequence;
  }
}
