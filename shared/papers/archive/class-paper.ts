import type { PrintedBlock, PrintedDocument } from '../../contract/printed-document.ts';
import type { CivilDate } from '../../domain/base/civil-date.ts';
import { paragraph, title } from '../blocks.ts';
import { inLine, paper } from '../paper.ts';
import { tableBlock } from '../table.ts';
import type { ClassRecord } from './class-record.ts';
import type { RecordTable } from './record-tables.ts';

/** What the app has for a part of an archive: in words, and to be bound. */
export interface SourceContent {
  /** Empty where there is nothing. */
  state: string;
  documents: { title: string; document: PrintedDocument }[];
}

export const nothing: SourceContent = { state: '', documents: [] };

interface ClassPaper {
  /** The class it is about, in a sentence. */
  about: string;
  on: CivilDate;
  landscape?: boolean;
}

/** A paper of a class's volume, its head and foot like all others'. */
export function paperOfClass(
  { base, of }: Pick<ClassRecord, 'base' | 'of'>,
  name: string,
  { about, ...head }: ClassPaper,
  blocks: PrintedBlock[],
): SourceContent['documents'][number] {
  const foot = inLine(of.number, name);
  const document = paper({ issuer: base.profile.name, name, foot, ...head }, [
    title(name),
    paragraph(about),
    ...blocks,
  ]);
  return { title: name, document };
}

/** Before a class has sessions its papers bear the day the measures came into force (第35条). */
const earliestDay = '2017-02-01';

/** A part of what is on record of a class, dated by its last day: its words change only with the record. */
export function recordPaper(
  record: ClassRecord,
  name: string,
  blocks: PrintedBlock[],
  landscape = false,
): SourceContent['documents'][number] {
  const { of } = record;
  const about = `${of.title}（班号 ${of.number}）`;
  return paperOfClass(record, name, { about, on: of.endDate ?? earliestDay, landscape }, blocks);
}

/** A part that is one table; nothing where it has no row. */
export function tableContent(
  record: ClassRecord,
  name: string,
  table: RecordTable,
  measure: string,
): SourceContent {
  if (table.rows.length === 0) return nothing;
  return {
    state: `${table.rows.length} ${measure}`,
    documents: [recordPaper(record, name, [tableBlock(table)])],
  };
}
