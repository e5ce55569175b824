import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import { Journal } from '../../electron/services/journal/journal.ts';
import { definitionOf, fieldOf, isSourceTable, tableNames } from '../../renderer/database/rows.ts';
import { applyChange } from '../../shared/exchange/journal/change.ts';
import type { JournalEntry } from '../../shared/exchange/journal/entry.ts';
import { expectedLedger, keptLedger } from '../support/expected-ledger.ts';
import { rowsInBrowser } from '../support/rows-in-browser.ts';

type Tables = Record<string, Record<string, unknown>>;

/** What all entries add up to, by a replay that shares nothing with the page but the change format. */
function replayed(entries: readonly JournalEntry[]): Tables {
  const tables: Tables = {};
  for (const entry of entries) {
    for (const made of entry.changes) {
      tables[made.table] ??= {};
      const rows = tables[made.table] as Record<string, unknown>;
      const after = applyChange(rows[made.key] as object | undefined, made);
      if (after === undefined) delete rows[made.key];
      else rows[made.key] = after;
    }
  }
  return tables;
}

/** Rows by their key. */
function byKey(rows: readonly object[] | undefined, key: string): Record<string, unknown> {
  return Object.fromEntries((rows ?? []).map((row) => [String(fieldOf(row, key)), row]));
}

export interface Comparison {
  /** Acknowledged entries that the journal does not hold any more. */
  lost: number[];
  /** Where journal, database and each other differ though the app opened without a word. */
  undetected: string[];
}

/** Compares what was acknowledged with what journal file and database hold now. */
export async function compare(
  page: Page,
  journalFolder: string,
  acknowledged: ReadonlyMap<number, JournalEntry>,
): Promise<Comparison> {
  const journal = new Journal(journalFolder);
  const { damage } = await journal.readHead();
  const entries = await journal.read(1, 1_000_000);
  const lost = [...acknowledged]
    .filter(([sequence, entry]) => !isDeepStrictEqual(entries[sequence - 1], entry))
    .map(([sequence]) => sequence);
  const undetected = damage ? [`journal ${damage.segment} ${damage.offset}`] : [];
  const tables = await rowsInBrowser(page);
  const expected = replayed(entries);
  // What is derived no entry carries: it follows from the rows that entries do, and is compared as such.
  for (const table of tableNames.filter(isSourceTable)) {
    if (!isDeepStrictEqual(byKey(tables[table], definitionOf(table).key), expected[table] ?? {}))
      undetected.push(`table ${table}`);
  }
  const kept = entries.map((entry) => ({
    ...entry,
    records: [...new Set(entry.changes.map((made) => `${made.table}:${made.key}`))],
  }));
  if (!isDeepStrictEqual(byKey(tables.journal, 'sequence'), byKey(kept, 'sequence')))
    undetected.push('table journal');
  const rowsOf = (table: string) => Object.values(expected[table] ?? {}) as never[];
  const wanted = expectedLedger({
    learners: rowsOf('learners'),
    classes: rowsOf('classes'),
    sessions: rowsOf('sessions'),
    attendance: rowsOf('attendance'),
    outsideEntries: rowsOf('outsideEntries'),
  });
  const { ledger, learnerYears, employerYears } = tables as Record<string, never[]>;
  const keptRows = keptLedger({
    ledger: ledger ?? [],
    learnerYears: learnerYears ?? [],
    employerYears: employerYears ?? [],
  });
  if (!isDeepStrictEqual(keptRows, wanted)) undetected.push('the ledger');
  return { lost, undetected };
}
