import { lastSequence } from '../../renderer/database/journal-head.ts';
import { archiveState } from '../../renderer/records/archives/archive-state.ts';
import { readClassRecord } from '../../renderer/records/archives/class-record.ts';
import { fileClass } from '../../renderer/records/archives/filing-commands.ts';
import { contentHash, volumeRequest } from '../../renderer/records/archives/volume-request.ts';
import { closeClass } from '../../renderer/records/closing/closing-commands.ts';
import { nextNumber } from '../../renderer/records/numbering/take-numbers.ts';
import type { VolumeRequest } from '../../shared/contract/archives.ts';
import type { BoundVolume, Filing, StatedGap } from '../../shared/domain/teaching/filing.ts';
import { type Desk, openDesk } from './desk.ts';
import { taughtClass } from './taught-class.ts';

/** What the host would have bound of a request: every document and attachment one page. */
export function boundOf(request: VolumeRequest, mark = 'a'): BoundVolume {
  let page = 0;
  const file = { hash: mark.repeat(64), bytes: 1 };
  return {
    volume: { ...file, pages: 3 },
    data: file,
    manifest: file,
    parts: request.parts.map(({ id, title, items }) => ({
      id,
      title,
      items: items.map((item) => {
        page += 1;
        return {
          title: item.kind === 'document' ? item.title : item.name,
          firstPage: page,
          pages: 1,
          attachment: item.kind === 'document' ? null : { ...file, hash: item.file.hash, name: item.name },
          contentHash: item.kind === 'document' ? contentHash(item.document) : null,
          standsInFor: '',
        };
      }),
    })),
  };
}

/** The archive of a class with a reason for each of its gaps. */
export async function archiveOf({ database }: Desk, classId: string) {
  const state = archiveState(await readClassRecord(database, classId, '2026-11-24'));
  const gaps: StatedGap[] = state.lines
    .filter(({ isGap }) => isGap)
    .map(({ part }) => ({ part: part.id, title: part.title, reason: '本班没有' }));
  return { state, gaps };
}

/** Files a closed class as it stands. */
export async function file(desk: Desk, classId: string): Promise<Filing> {
  const { state, gaps } = await archiveOf(desk, classId);
  const number = await nextNumber(desk.database, 'archive', '2026-11-24');
  const request = volumeRequest(state, { number, filedOn: '2026-11-24', filedBy: '周老师' }, gaps);
  const asOf = await lastSequence(desk.database);
  return desk.execute(fileClass, { classId, number, asOf, gaps, bound: boundOf(request) });
}

export const filingFacts = { number: 'DSL01-2026-0001', filedOn: '2026-11-24', filedBy: '周老师' };
/** A scan as the host would have kept it. */
export const scan = {
  hash: 'b'.repeat(64),
  bytes: 10,
  kind: 'pdf' as const,
  type: 'application/pdf',
  pages: 2,
  name: '签到 150102199001011230.pdf',
};

/** A desk with a class that was taught and closed. */
export async function closedClass() {
  const desk = await openDesk();
  const taught = await taughtClass(desk);
  await desk.execute(closeClass, { classId: taught.of.id });
  return { desk, ...taught };
}
