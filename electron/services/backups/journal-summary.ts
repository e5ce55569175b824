import { z } from 'zod';
import { baseProfile } from '../../../shared/domain/base/base.ts';
import { journalEntry } from '../../../shared/exchange/journal/entry.ts';

export interface JournalSummary {
  baseName: string | null;
  lastAt: string | null;
  /** Rows each table holds after all entries. */
  rows: Record<string, number>;
}

const named = z.object({ profile: z.object({ name: baseProfile.shape.name }) });

/** What a journal comes to, without putting it into a database. */
export function summarize(payloads: readonly Buffer[]): JournalSummary {
  const rows: Record<string, number> = {};
  let baseName: string | null = null;
  let lastAt: string | null = null;
  for (const payload of payloads) {
    const { at, changes } = journalEntry.parse(JSON.parse(payload.toString('utf8')));
    lastAt = at;
    for (const change of changes) {
      const count = 'added' in change ? 1 : 'removed' in change ? -1 : 0;
      rows[change.table] = (rows[change.table] ?? 0) + count;
      if (change.table !== 'base') continue;
      if ('added' in change) baseName = named.safeParse(change.added).data?.profile.name ?? baseName;
      if ('edits' in change) {
        const renamed = change.edits.find(({ path }) => path.join('.') === 'profile.name')?.after;
        if (typeof renamed === 'string') baseName = renamed;
      }
    }
  }
  return { baseName, lastAt, rows };
}
