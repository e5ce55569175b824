import { z } from 'zod';
import { whoTeaches } from '../../../shared/domain/base/actor.ts';
import { attendanceStatus } from '../../../shared/domain/teaching/attendance.ts';
import { marksFile } from '../../../shared/exchange/handover/class-file.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { resolveSlot, slotOf } from '../../../shared/regulation/mark-merge.ts';
import { defineCommand } from '../../database/command.ts';
import { refusePresentElsewhere } from '../attendance/mark-commands.ts';
import { refuseCertified } from '../certificates/certificate-commands.ts';
import { refuseClosed } from '../guards/refuse-closed.ts';
import { mustGet } from '../lookups.ts';
import { sealWalkInNote } from '../sealing/walk-in-notes.ts';
import { planMerge } from './plan-merge.ts';
import { readSessionMarks } from './rows.ts';

/**
 * Takes the marks of another machine back: what is new is on record, what says another thing than is on record
 * waits for a decision, what is known changes nothing. All of it or nothing.
 * @throws Refusal handoverForeign, classClosed, certificateInForce, presentElsewhere, periodSubmitted
 */
export const takeBackMarks = defineCommand({
  name: 'takeBackMarks',
  label: '收回点名',
  event: 'marksTakenBack',
  roles: whoTeaches,
  input: z.object({ fileName: z.string(), content: marksFile }),
  async perform({ fileName, content }, context) {
    const { database, write, at } = context;
    const { handoverId, classId, machine, entries } = content;
    const handover = await database.rows.handovers.get(handoverId);
    if (!handover || handover.classId !== classId || handover.machine !== null)
      throw refusal('handoverForeign', { name: fileName });
    const plan = await planMerge(database, content);
    if (plan.sessions.length > 0) await refuseClosed(classId, context);
    for (const { session, merged, attendance, walkIns } of plan.sessions) {
      await refuseCertified(classId, merged.brought, context);
      const arriving = merged.brought.filter((id) =>
        ['present', 'late'].includes(merged.marks[id]?.status ?? ''),
      );
      await refusePresentElsewhere(session, arriving, context);
      const added = walkIns.map(({ id, name, note, at: notedAt, by }) => {
        const sealed = sealWalkInNote(database.vault, session.id, id, note);
        return [id, { id, name, note: sealed, at: notedAt, by, learnerId: null }] as const;
      });
      if (merged.brought.length + added.length > 0)
        await write.put('attendance', {
          ...attendance,
          marks: merged.marks,
          walkIns: { ...attendance.walkIns, ...Object.fromEntries(added) },
        });
      await write.put('markClaims', {
        ...merged.known,
        walkInIds: [...merged.known.walkInIds, ...added.map(([id]) => id)],
      });
    }
    const last = Math.max(0, ...entries.map(({ sequence }) => sequence));
    if (last > (handover.returned[machine]?.sequence ?? -1))
      await write.put('handovers', {
        ...handover,
        returned: { ...handover.returned, [machine]: { sequence: last, at } },
      });
    return plan;
  },
});

/** Decides between what two machines said: the mark is this one's from now on. @throws Refusal notFound */
export const decideMark = defineCommand({
  name: 'decideMark',
  label: '决定点名',
  event: 'markDecided',
  roles: whoTeaches,
  input: z.object({
    decisions: z
      .array(z.object({ sessionId: z.uuid(), learnerId: z.uuid(), status: attendanceStatus }))
      .min(1),
  }),
  async perform({ decisions }, context) {
    const { database, write, at, actor } = context;
    for (const { sessionId, learnerId, status } of decisions) {
      const session = await mustGet(database, 'sessions', sessionId, '课次');
      const { attendance, known } = await readSessionMarks(database, sessionId, session.classId);
      const slot = slotOf(attendance.marks, known, learnerId);
      if (resolveSlot(slot).disputing.length === 0) throw refusal('notFound', { what: '要决定的点名' });
      await refuseClosed(session.classId, context);
      await refuseCertified(session.classId, [learnerId], context);
      if (status === 'present' || status === 'late')
        await refusePresentElsewhere(session, [learnerId], context);
      const mark = { status, at, by: actor.name, note: '两台电脑记的不同，已决定' };
      const over = Object.values(slot.claims).map(({ entryId }) => entryId);
      await write.put('attendance', { ...attendance, marks: { ...attendance.marks, [learnerId]: mark } });
      await write.put('markClaims', { ...known, decided: { ...known.decided, [learnerId]: over } });
    }
  },
});
