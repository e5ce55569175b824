import { type CivilDate, momentText } from '../../domain/base/civil-date.ts';
import { tableBlock } from '../table.ts';
import { paperOfClass, type SourceContent } from './class-paper.ts';
import type { ClassRecord } from './class-record.ts';

/** An operation on a filed class while its supplement was made. */
export interface SupplementedChange {
  at: string;
  by: string;
  label: string;
  what: string;
}

/** The first paper of a supplement: why it was made, and every operation since the class was filed. */
export function supplementNote(
  record: ClassRecord,
  reason: string,
  filedOn: CivilDate,
  changes: readonly SupplementedChange[],
): SourceContent['documents'][number] {
  const { of } = record;
  const about = `${of.title}（班号 ${of.number}）归档后的改动。原因：${reason}`;
  return paperOfClass(record, '补卷说明', { about, on: filedOn }, [
    tableBlock({
      columns: [
        ['时间', 24, 'left'],
        ['操作人', 14, 'left'],
        ['操作', 20, 'left'],
        ['内容', 42, 'left'],
      ],
      rows: changes.map(({ at, by, label, what }) => [momentText(at), by, label, what]),
    }),
  ]);
}
