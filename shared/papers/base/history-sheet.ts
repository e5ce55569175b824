import type { WrittenWorkbook } from '../../contract/written-sheet.ts';
import { roles } from '../../domain/base/actor.ts';
import { momentText } from '../../domain/base/civil-date.ts';
import type { JournalEntry } from '../../exchange/journal/entry.ts';

/** An operation with what it is called and what it was done to. */
export interface ListedEntry {
  entry: JournalEntry;
  label: string;
  about: string;
}

/** Operations as a sheet for inspections: who did what to which record, and when. */
export function historySheet(listed: readonly ListedEntry[]): WrittenWorkbook {
  const rows = listed.map(({ entry, label, about }) => [
    String(entry.sequence),
    momentText(entry.at),
    entry.actor.name,
    entry.actor.roles.map((role) => roles[role]).join('、'),
    label,
    about,
  ]);
  return {
    name: '操作记录',
    sheet: '操作记录',
    rows: [['序号', '时间', '操作人', '身份', '操作', '对象'], ...rows],
  };
}
