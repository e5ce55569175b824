import type { ArchiveSource } from '../../../shared/domain/archive-part.ts';
import type { Attachment } from '../../../shared/domain/attachment.ts';
import {
  type ArchiveFacts,
  type ArchiveLine,
  archiveLines,
} from '../../../shared/regulation/archive-completeness.ts';
import { type SourceContent, sourceContents } from './archive-documents.ts';
import type { ClassRecord } from './class-record.ts';

/** Where the archive of a class stands: a line each part, and what it would hold. */
export interface ArchiveState {
  record: ClassRecord;
  contents: Record<ArchiveSource, SourceContent>;
  lines: ArchiveLine[];
  attachmentsOf(part: string): Attachment[];
}

/** What there is and what is missing of a class's archive, by the base's checklist (第22条). */
export function archiveState(record: ClassRecord): ArchiveState {
  const contents = sourceContents(record);
  const byPart = Map.groupBy(record.attachments, ({ part }) => part);
  const facts: ArchiveFacts = {
    sources: Object.fromEntries(
      Object.entries(contents).map(([source, { state }]) => [source, state]),
    ) as ArchiveFacts['sources'],
    attachments: new Map([...byPart].map(([part, own]) => [part, own.length])),
  };
  return {
    record,
    contents,
    lines: archiveLines(record.base.settings.archiveParts, facts),
    attachmentsOf: (part) => byPart.get(part) ?? [],
  };
}
