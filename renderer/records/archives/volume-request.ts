import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { VolumeItem, VolumeRequest } from '../../../shared/contract/archives.ts';
import { type PrintedDocument, printedDocument } from '../../../shared/contract/printed-document.ts';
import { chinesePeriod, civilYear } from '../../../shared/domain/base/civil-date.ts';
import type { Attachment } from '../../../shared/domain/teaching/attachment.ts';
import { closedOn } from '../../../shared/domain/teaching/class.ts';
import type { Filing, StatedGap } from '../../../shared/domain/teaching/filing.ts';
import { classData } from '../../../shared/papers/archive/class-data.ts';
import { type SupplementedChange, supplementNote } from '../../../shared/papers/archive/supplement-note.ts';
import { keptUntil } from '../../../shared/regulation/class-closing.ts';
import type { ArchiveState } from './archive-state.ts';

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
  const until = keptUntil(closedOn(of) ?? filedOn, base.settings.retentionYears);
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
    sheets: classData(record),
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

/** What earlier volumes of the class hold: the words of its documents, and its attachments. */
function boundBefore(volumes: readonly Filing[]): { documents: Set<string>; attachments: Set<string> } {
  const items = volumes.flatMap(({ parts }) => parts.flatMap((part) => part.items));
  return {
    documents: new Set(items.flatMap(({ contentHash }) => contentHash ?? [])),
    attachments: new Set(items.flatMap(({ attachment }) => attachment?.hash ?? [])),
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
  const note = documentItem(supplementNote(state.record, reason, facts.filedOn, changes));
  return {
    ...aboutVolume(state, facts),
    kind: 'supplement',
    reason,
    gaps: [],
    parts: [{ id: 'supplement', title: '补卷说明', note: '', items: [note] }, ...parts],
  };
}
