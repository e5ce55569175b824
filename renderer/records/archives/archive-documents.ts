import type { PrintedBlock, PrintedDocument } from '../../../shared/contract/printed-document.ts';
import { chineseDate } from '../../../shared/domain/base/civil-date.ts';
import { sumFen } from '../../../shared/domain/money/charge.ts';
import { formatFen } from '../../../shared/domain/money/money.ts';
import { meanScore } from '../../../shared/domain/people/trainer-score.ts';
import { type ArchiveSource, archiveSources } from '../../../shared/domain/teaching/archive-part.ts';
import { subjectKinds } from '../../../shared/domain/teaching/course.ts';
import { monthsText, planStates } from '../../../shared/domain/teaching/plan.ts';
import { basisText, feesText } from '../../../shared/exchange/notice/notice-words.ts';
import { classFunds } from '../../../shared/regulation/class-funds.ts';
import { resultBlocks } from '../surveys/report-document.ts';
import type { ClassRecord } from './class-record.ts';
import {
  attendanceTable,
  certificatesTable,
  chargesTable,
  fundsTable,
  type RecordTable,
  resultsTable,
  rosterTable,
  sessionsTable,
  trainersTable,
} from './record-tables.ts';

/** What the app has for a part of an archive: in words, and to be bound. */
export interface SourceContent {
  /** Empty where there is nothing. */
  state: string;
  documents: { title: string; document: PrintedDocument }[];
}

const nothing: SourceContent = { state: '', documents: [] };
/** Sessions that fit side by side: a printed table has at most 16 columns, five of them not sessions. */
const sessionsPerTable = 11;

function paragraph(text: string): PrintedBlock {
  return { kind: 'paragraph', text, indented: false };
}

function callout(lines: readonly (readonly [label: string, text: string])[]): PrintedBlock {
  return {
    kind: 'callout',
    lines: lines.map(([label, text]) => ({ label, text: text === '' ? '—' : text })),
  };
}

function tableBlock({ columns, rows }: RecordTable): PrintedBlock {
  return {
    kind: 'table',
    columns: columns.map(([heading, share, align]) => ({ heading, share, align })),
    rows,
    hasTotal: false,
  };
}

function documentOf(
  { base, of }: ClassRecord,
  title: string,
  blocks: PrintedBlock[],
  landscape = false,
): { title: string; document: PrintedDocument } {
  const { name } = base.profile;
  return {
    title,
    document: {
      title,
      author: name,
      footer: `${name}　${of.number}　${title}`,
      createdOn: of.endDate ?? '2017-02-01',
      landscape,
      blocks: [{ kind: 'title', text: title }, paragraph(`${of.title}（班号 ${of.number}）`), ...blocks],
    },
  };
}

function planContent(record: ClassRecord): SourceContent {
  const { plan: found, of, course } = record;
  if (!found) return nothing;
  const { plan, line } = found;
  const approval = plan.approval
    ? `${plan.approval.authority} ${plan.approval.number}，${chineseDate(plan.approval.date)}`
    : '';
  const blocks = [
    callout([
      ['年度', `${line.year} 年，${planStates[plan.state]}`],
      ['批准', approval],
      ['项目', line.title],
      ['科目', subjectKinds[line.subjectKind]],
      ['对象', line.audience],
      ['学时', `每期 ${line.hours} 学时，${line.classes} 期，${line.people} 人`],
      ['时间', monthsText(line)],
      ['收费', `每人 ${formatFen(line.feeFen)} 元`],
    ]),
    paragraph(`培训内容：${of.content || course?.content || ''}`),
    ...line.changes.map(({ at, by, reason }) => paragraph(`报批后改动：${at.slice(0, 10)} ${by}，${reason}`)),
  ];
  return { state: `${line.year} 年计划`, documents: [documentOf(record, '教学计划摘录', blocks)] };
}

function noticeContent(record: ClassRecord): SourceContent {
  if (!record.notice) return nothing;
  const { notice, line } = record.notice;
  const blocks = [
    callout([
      ['公示', `第 ${notice.version} 版，${chineseDate(notice.publishedOn)}公布于${notice.place}`],
      ['范围', notice.scope],
      ['内容', line.content],
      ['项目及标准', feesText(line)],
      ['依据', basisText(line)],
      ['联系', notice.contact],
      ['监督投诉', notice.complaints],
    ]),
  ];
  return { state: `第 ${notice.version} 版公示`, documents: [documentOf(record, '收费公示', blocks)] };
}

function attendanceContent(record: ClassRecord): SourceContent {
  const { sessions, attendance, members } = record;
  const marked = sessions.filter(({ id }) => Object.keys(attendance.get(id)?.marks ?? {}).length > 0);
  if (marked.length === 0 || members.length === 0) return nothing;
  const blocks: PrintedBlock[] = [paragraph('到、迟、假、缺；“—”为当时还未入班。表头为上课日期（月-日）。')];
  for (let from = 0; from < sessions.length; from += sessionsPerTable) {
    const some = { ...record, sessions: sessions.slice(from, from + sessionsPerTable) };
    blocks.push(tableBlock(attendanceTable(some)));
  }
  return { state: `${marked.length} 次课已点名`, documents: [documentOf(record, '考勤登记', blocks, true)] };
}

function textbooksContent(record: ClassRecord): SourceContent {
  const textbook = record.course?.textbook.trim() ?? '';
  if (textbook === '') return nothing;
  const blocks = [
    callout([
      ['课程', record.course?.title ?? ''],
      ['教材', textbook],
    ]),
  ];
  return { state: '1 种', documents: [documentOf(record, '教材目录', blocks)] };
}

function surveyContents(record: ClassRecord): SourceContent {
  const back = record.evaluations.map(({ run, answers }) => `${run.title}收回 ${answers} 份`);
  return {
    state: back.join('，'),
    documents: record.evaluations.map((own) =>
      documentOf(record, own.run.title, resultBlocks(own, [], null)),
    ),
  };
}

/** Surveys speak for themselves; valuations of trainers that were typed in stand behind them. */
function evaluationContent(record: ClassRecord): SourceContent {
  const { trainers } = record;
  const surveys = surveyContents(record);
  const scores = record.scores.filter(({ runId }) => runId === undefined);
  const mean = meanScore(scores);
  if (mean === null) return surveys.documents.length > 0 ? surveys : nothing;
  const names = new Map(trainers.map(({ id, name }) => [id, name]));
  const blocks: PrintedBlock[] = [
    paragraph(`教师平均评分 ${mean.toFixed(1)}（100 分制，第24条）。`),
    tableBlock({
      name: '评分',
      columns: [
        ['教师', 40, 'left'],
        ['评分', 20, 'right'],
        ['评分人数', 20, 'right'],
        ['日期', 20, 'left'],
      ],
      rows: scores.map(({ trainerId, score, answers, date }) => [
        names.get(trainerId) ?? '',
        score.toFixed(1),
        String(answers),
        date,
      ]),
    }),
  ];
  return {
    state: [surveys.state, `${scores.length} 位教师已评分`].filter((part) => part !== '').join('，'),
    documents: [...surveys.documents, documentOf(record, '教师评分', blocks)],
  };
}

/** What the learners of a class still owe. */
export function owedFen(charges: ClassRecord['charges']): number {
  return sumFen(charges.map((charge) => charge.owedFen));
}

function feesContent(record: ClassRecord): SourceContent {
  const { charges, entries, of } = record;
  const items = of.feeItems ?? [];
  if (charges.length === 0 && entries.length === 0) {
    const isFree = items.every(({ standardFen }) => standardFen === 0);
    return isFree
      ? { state: '不收费', documents: [documentOf(record, '收费记录', [paragraph('本班不收取任何费用。')])] }
      : nothing;
  }
  const { total } = classFunds(charges, entries);
  const blocks: PrintedBlock[] = [
    paragraph(
      `收费 ${formatFen(total.fees)} 元，拨款资助 ${formatFen(total.grants)} 元，支出 ${formatFen(total.spending)} 元。`,
    ),
    ...(charges.length > 0 ? [tableBlock(chargesTable(record))] : []),
    ...(entries.length > 0 ? [tableBlock(fundsTable(record))] : []),
  ];
  const owed = owedFen(charges);
  const counted = `${charges.length} 笔应收，${entries.length} 笔收支`;
  return {
    state: owed > 0 ? `${counted}，还欠 ${formatFen(owed)} 元` : counted,
    documents: [documentOf(record, '收费和支出记录', blocks)],
  };
}

/** A part that is one table; nothing where it has no row. */
function tableContent(
  record: ClassRecord,
  title: string,
  table: RecordTable,
  measure: string,
): SourceContent {
  if (table.rows.length === 0) return nothing;
  return {
    state: `${table.rows.length} ${measure}`,
    documents: [documentOf(record, title, [tableBlock(table)])],
  };
}

const contents: Record<ArchiveSource, (record: ClassRecord) => SourceContent> = {
  plan: planContent,
  notice: noticeContent,
  timetable: (record) => tableContent(record, '课程表', sessionsTable(record), '次课'),
  roster: (record) => tableContent(record, '学员名册', rosterTable(record), '人'),
  attendance: attendanceContent,
  trainers: (record) => tableContent(record, '授课教师', trainersTable(record), '位教师'),
  textbooks: textbooksContent,
  results: (record) =>
    record.assessment ? tableContent(record, '考核成绩', resultsTable(record), '人') : nothing,
  evaluation: evaluationContent,
  certificates: (record) => tableContent(record, '证书登记表', certificatesTable(record), '张'),
  fees: feesContent,
};

/** What the app has on record for every source of an archive. */
export function sourceContents(record: ClassRecord): Record<ArchiveSource, SourceContent> {
  const entries = (Object.keys(archiveSources) as ArchiveSource[]).map((source) => [
    source,
    contents[source](record),
  ]);
  return Object.fromEntries(entries) as Record<ArchiveSource, SourceContent>;
}
