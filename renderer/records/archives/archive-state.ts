import type { ArchivePart, ArchiveSource } from '../../../shared/domain/teaching/archive-part.ts';
import type { Attachment } from '../../../shared/domain/teaching/attachment.ts';
import type { SourceContent } from '../../../shared/papers/archive/class-paper.ts';
import type { ClassRecord } from '../../../shared/papers/archive/class-record.ts';
import { sourceContents } from '../../../shared/papers/archive/source-contents.ts';
import {
  type ArchiveFacts,
  type ArchiveLine,
  archiveLines,
} from '../../../shared/regulation/archive-completeness.ts';

/** Where the archive of a class stands: a line each part, and what it would hold. */
export interface ArchiveState {
  record: ClassRecord;
  contents: Record<ArchiveSource, SourceContent>;
  lines: ArchiveLine[];
  attachmentsOf(part: string): Attachment[];
}

/** Where attachments stand whose part was taken out of the checklist: they are bound all the same. */
const otherPart: ArchivePart = {
  id: 'other',
  title: '其他附件',
  source: null,
  isRequired: false,
  needsAttachment: false,
};

/** What there is and what is missing of a class's archive, by the base's checklist (第22条). */
export function archiveState(record: ClassRecord): ArchiveState {
  const contents = sourceContents(record);
  const { archiveParts } = record.base.settings;
  const known = new Set(archiveParts.map(({ id }) => id));
  const byPart = Map.groupBy(record.attachments, ({ part }) => (known.has(part) ? part : otherPart.id));
  const parts = byPart.has(otherPart.id) ? [...archiveParts, otherPart] : archiveParts;
  const facts: ArchiveFacts = {
    sources: Object.fromEntries(
      Object.entries(contents).map(([source, { state }]) => [source, state]),
    ) as ArchiveFacts['sources'],
    attachments: new Map([...byPart].map(([part, own]) => [part, own.length])),
  };
  return {
    record,
    contents,
    lines: archiveLines(parts, facts),
    attachmentsOf: (part) => byPart.get(part) ?? [],
  };
}
