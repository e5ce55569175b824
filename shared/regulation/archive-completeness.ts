import type { ArchivePart, ArchiveSource } from '../domain/teaching/archive-part.ts';
import type { StatedGap } from '../domain/teaching/filing.ts';

/** What there is for the parts of one class's archive. */
export interface ArchiveFacts {
  /** What the app has for each source, in words; empty where it has nothing. */
  sources: Record<ArchiveSource, string>;
  /** Attachments by part. */
  attachments: ReadonlyMap<string, number>;
}

export interface ArchiveLine {
  part: ArchivePart;
  isGap: boolean;
  /** What there is, or what is missing. */
  state: string;
}

/** Each part of a class's archive (第22条): what it holds, and whether what it must hold is missing. */
export function archiveLines(
  parts: readonly ArchivePart[],
  { sources, attachments }: ArchiveFacts,
): ArchiveLine[] {
  return parts.map((part) => {
    const own = part.source === null ? '' : sources[part.source];
    const attached = attachments.get(part.id) ?? 0;
    const found = [...(own === '' ? [] : [own]), ...(attached === 0 ? [] : [`附件 ${attached} 件`])];
    const lacksAttachment = part.needsAttachment && attached === 0;
    const isGap = part.isRequired && (found.length === 0 || lacksAttachment);
    const missing = lacksAttachment ? '还没有附件' : '还没有内容';
    const state = [
      ...found,
      ...(found.length === 0 || (lacksAttachment && part.isRequired) ? [missing] : []),
    ];
    return { part, isGap, state: state.join('；') };
  });
}

/** The gaps nobody has given a reason for: a class is filed when there are none (第22条). */
export function unstatedGaps(lines: readonly ArchiveLine[], stated: readonly StatedGap[]): ArchiveLine[] {
  const known = new Set(stated.filter(({ reason }) => reason.trim() !== '').map(({ part }) => part));
  return lines.filter(({ part, isGap }) => isGap && !known.has(part.id));
}
