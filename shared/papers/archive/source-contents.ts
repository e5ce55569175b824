import { type ArchiveSource, archiveSources } from '../../domain/teaching/archive-part.ts';
import { callout } from '../blocks.ts';
import { attendanceRegister } from './attendance-register.ts';
import { classEvaluation } from './class-evaluation.ts';
import { classMoney } from './class-money.ts';
import { nothing, recordPaper, type SourceContent, tableContent } from './class-paper.ts';
import type { ClassRecord } from './class-record.ts';
import { noticeExtract } from './notice-extract.ts';
import { planExtract } from './plan-extract.ts';
import {
  certificatesTable,
  resultsTable,
  rosterTable,
  sessionsTable,
  trainersTable,
} from './record-tables.ts';

function textbooks(record: ClassRecord): SourceContent {
  const textbook = record.course?.textbook.trim() ?? '';
  if (textbook === '') return nothing;
  const blocks = [
    callout([
      ['课程', record.course?.title ?? ''],
      ['教材', textbook],
    ]),
  ];
  return { state: '1 种', documents: [recordPaper(record, '教材目录', blocks)] };
}

const contents: Record<ArchiveSource, (record: ClassRecord) => SourceContent> = {
  plan: planExtract,
  notice: noticeExtract,
  timetable: (record) => tableContent(record, '课程表', sessionsTable(record), '次课'),
  roster: (record) => tableContent(record, '学员名册', rosterTable(record), '人'),
  attendance: attendanceRegister,
  trainers: (record) => tableContent(record, '授课教师', trainersTable(record), '位教师'),
  textbooks,
  results: (record) =>
    record.assessment ? tableContent(record, '考核成绩', resultsTable(record), '人') : nothing,
  evaluation: classEvaluation,
  certificates: (record) => tableContent(record, '证书登记表', certificatesTable(record), '张'),
  fees: classMoney,
};

/** What the app has on record for every source of an archive. */
export function sourceContents(record: ClassRecord): Record<ArchiveSource, SourceContent> {
  const entries = (Object.keys(archiveSources) as ArchiveSource[]).map((source) => [
    source,
    contents[source](record),
  ]);
  return Object.fromEntries(entries) as Record<ArchiveSource, SourceContent>;
}
