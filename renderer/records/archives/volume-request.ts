import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { NamedSheet, VolumeItem, VolumeRequest } from '../../../shared/contract/archives.ts';
import { type PrintedDocument, printedDocument } from '../../../shared/contract/printed-document.ts';
import { chinesePeriod, civilYear, momentText } from '../../../shared/domain/base/civil-date.ts';
import type { Attachment } from '../../../shared/domain/teaching/attachment.ts';
import type { Filing, StatedGap } from '../../../shared/domain/teaching/filing.ts';
import { keptUntil } from '../../../shared/regulation/class-closing.ts';
import type { ArchiveState } from './archive-state.ts';
import type { ClassRecord } from './class-record.ts';
import {
  attendanceTable,
  certificatesTable,
  chargesTable,
  closedOn,
  fundsTable,
  type RecordTable,
  resultsTable,
  rosterTable,
  sessionsTable,
  trainersTable,
} from './record-tables.ts';

function sheetOf({ name, columns, rows }: RecordTable): NamedSheet {
  return { name, rows: [columns.map(([heading]) => heading), ...rows] };
}

/** A class's data as sheets that anybody can open. */
export function dataSheets(record: ClassRecord): NamedSheet[] {
  const { of, base } = record;
  const about: NamedSheet = {
    name: '培训班',
    rows: [
      ['项目', '内容'],
      ['班号', of.number],
      ['名称', of.title],
      ['内容', of.content],
      ['主办', of.organiser],
      ['承办', of.contractor ?? ''],
      ['委托', of.commissioner ?? ''],
      ['班主任', of.responsibleTeacher],
      ['开始', of.startDate ?? ''],
      ['结束', of.endDate ?? ''],
      ['结班', closedOn(record)],
      ['基地', base.profile.name],
    ],
  };
  const tables = [
    rosterTable(record),
    sessionsTable(record),
    attendanceTable(record),
    trainersTable(record),
    resultsTable(record),
    certificatesTable(record),
    chargesTable(record),
    fundsTable(record),
  ];
  return [about, ...tables.map(sheetOf)];
}

function attachmentItem({ name, hash, bytes, kind, type, pages }: Attachment): VolumeItem {
  return { kind: 'attachment', name, file: { hash, bytes, kind, type, pages } };
}

function documentItem({ title, document }: { title: string; document: PrintedDocument }): VolumeItem {
  return { kind: 'document', title, document };
}

export interface FilingFacts {
  number: string;
  filedOn: string;
  filedBy: string;
}

function aboutVolume({ record }: ArchiveState, { number, filedOn, filedBy }: FilingFacts) {
  const { of, base, members, sessions } = record;
  const until = keptUntil(closedOn(record) || filedOn, base.settings.retentionYears);
  const period = of.startDate && of.endDate ? chinesePeriod(of.startDate, of.endDate) : '';
  return {
    number,
    baseName: base.profile.name,
    classNumber: of.number,
    classTitle: of.title,
    facts: [
      { label: '班号', text: of.number },
      { label: '培训时间', text: period },
      { label: '主办单位', text: of.organiser },
      { label: '班主任', text: of.responsibleTeacher },
      { label: '学员', text: `${members.length} 人` },
      { label: '课次', text: `${sessions.length} 次` },
      { label: '归档', text: `${filedOn}　${filedBy}` },
      { label: '保管至', text: `${civilYear(until)} 年底` },
    ],
    filedOn,
    filedBy,
    keptUntilYear: civilYear(until),
    sheets: dataSheets(record),
  };
}

/** The hash by which the host tells what a document says: of its blocks as the contract writes them. */
export function contentHash(document: PrintedDocument): string {
  const { blocks } = printedDocument.parse(document);
  return bytesToHex(sha256(new TextEncoder().encode(JSON.stringify(blocks))));
}

/** The volume of a class's whole archive: what the app has of each part, then its attachments. */
export function volumeRequest(state: ArchiveState, facts: FilingFacts, gaps: StatedGap[]): VolumeRequest {
  const reasons = new Map(gaps.map(({ part, reason }) => [part, reason]));
  return {
    ...aboutVolume(state, facts),
    kind: 'volume',
    reason: '',
    gaps,
    parts: state.lines.map(({ part }) => ({
      id: part.id,
      title: part.title,
      note: reasons.has(part.id) ? `缺：${reasons.get(part.id)}` : '',
      items: [
        ...(part.source === null ? [] : state.contents[part.source].documents.map(documentItem)),
        ...state.attachmentsOf(part.id).map(attachmentItem),
      ],
    })),
  };
}

/** An operation on a filed class while its supplement was made. */
export interface SupplementedChange {
  at: string;
  by: string;
  label: string;
  what: string;
}

/** What earlier volumes of the class hold: the words of its documents, and its attachments. */
function boundBefore(volumes: readonly Filing[]): { documents: Set<string>; attachments: Set<string> } {
  const items = volumes.flatMap(({ parts }) => parts.flatMap((part) => part.items));
  return {
    documents: new Set(items.flatMap(({ contentHash }) => contentHash ?? [])),
    attachments: new Set(items.flatMap(({ attachment }) => attachment?.hash ?? [])),
  };
}

function changesDocument(
  { base, of }: ClassRecord,
  reason: string,
  filedOn: string,
  changes: readonly SupplementedChange[],
): PrintedDocument {
  return {
    title: '补卷说明',
    author: base.profile.name,
    footer: `${base.profile.name}　${of.number}　补卷说明`,
    createdOn: filedOn,
    landscape: false,
    blocks: [
      { kind: 'title', text: '补卷说明' },
      {
        kind: 'paragraph',
        text: `${of.title}（班号 ${of.number}）归档后的改动。原因：${reason}`,
        indented: false,
      },
      {
        kind: 'table',
        columns: [
          { heading: '时间', share: 24, align: 'left' },
          { heading: '操作人', share: 14, align: 'left' },
          { heading: '操作', share: 20, align: 'left' },
          { heading: '内容', share: 42, align: 'left' },
        ],
        rows: changes.map(({ at, by, label, what }) => [momentText(at), by, label, what]),
        hasTotal: false,
      },
    ],
  };
}

/**
 * The supplement to a filed class: why, every operation since, then the documents that say something else
 * now and the attachments that are new.
 */
export function supplementRequest(
  state: ArchiveState,
  facts: FilingFacts,
  reason: string,
  changes: readonly SupplementedChange[],
  volumes: readonly Filing[],
): VolumeRequest {
  const before = boundBefore(volumes);
  const parts: VolumeRequest['parts'] = [];
  for (const { part } of state.lines) {
    const documents = part.source === null ? [] : state.contents[part.source].documents;
    const changed = documents.filter(({ document }) => !before.documents.has(contentHash(document)));
    const added = state.attachmentsOf(part.id).filter(({ hash }) => !before.attachments.has(hash));
    const items = [...changed.map(documentItem), ...added.map(attachmentItem)];
    if (items.length > 0) parts.push({ id: part.id, title: part.title, note: '', items });
  }
  const filedOn = facts.filedOn;
  const explained = { title: '补卷说明', document: changesDocument(state.record, reason, filedOn, changes) };
  return {
    ...aboutVolume(state, facts),
    kind: 'supplement',
    reason,
    gaps: [],
    parts: [{ id: 'supplement', title: '补卷说明', note: '', items: [documentItem(explained)] }, ...parts],
  };
}
