import { paragraph } from '../blocks.ts';
import { tableBlock } from '../table.ts';
import { nothing, recordPaper, type SourceContent } from './class-paper.ts';
import type { ClassRecord } from './class-record.ts';
import { attendanceTable } from './record-tables.ts';

/** Sessions that fit side by side: a printed table has at most 16 columns, five of them not sessions. */
const sessionsPerTable = 11;

/** Every mark of a class, over as many tables as its sessions take. */
export function attendanceRegister(record: ClassRecord): SourceContent {
  const { sessions, attendance, members } = record;
  const marked = sessions.filter(({ id }) => Object.keys(attendance.get(id)?.marks ?? {}).length > 0);
  if (marked.length === 0 || members.length === 0) return nothing;
  const blocks = [paragraph('到、迟、假、缺；“—”为当时还未入班。表头为上课日期（月-日）。')];
  for (let from = 0; from < sessions.length; from += sessionsPerTable) {
    const some = { ...record, sessions: sessions.slice(from, from + sessionsPerTable) };
    blocks.push(tableBlock(attendanceTable(some)));
  }
  return { state: `${marked.length} 次课已点名`, documents: [recordPaper(record, '考勤登记', blocks, true)] };
}
