import type { JournalFile } from '../../renderer/database/outbox.ts';
import type { JournalEntry } from '../../shared/exchange/journal/entry.ts';
import { refusal } from '../../shared/refusals/index.ts';

/** A journal file in memory with the host's manners: what it keeps is text, as on a disk. */
export class MemoryJournal implements JournalFile {
  lines: string[] = [];
  /** While set, appending fails with this reason. */
  failure: string | null = null;
  damage: { segment: string; offset: number; reason: string } | null = null;
  /** While set, an append arrives but its answer is lost. */
  losesAnswers = false;

  entries(): JournalEntry[] {
    return this.lines.map((line) => JSON.parse(line) as JournalEntry);
  }

  async head() {
    const last = this.entries().at(-1);
    return { sequence: last?.sequence ?? 0, id: last?.id ?? null, damage: this.damage };
  }

  async append({ entries }: { entries: JournalEntry[] }) {
    if (this.failure !== null) throw refusal('diskFailure', { path: '日志', reason: this.failure });
    for (const entry of entries) {
      const { sequence } = await this.head();
      if (entry.sequence <= sequence) continue;
      if (entry.sequence !== sequence + 1) throw refusal('journalGap', { sequence, next: entry.sequence });
      this.lines.push(JSON.stringify(entry));
    }
    if (this.losesAnswers) throw refusal('hostUnreachable');
    return this.head();
  }

  async read({ from, limit }: { from: number; limit: number }) {
    return {
      entries: this.entries()
        .filter(({ sequence }) => sequence >= from)
        .slice(0, limit),
    };
  }
}
