import { z } from 'zod';
import { everybody, whoTeaches } from '../../../shared/domain/base/actor.ts';
import { personName } from '../../../shared/domain/people/person-name.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { defineCommand } from '../../database/command.ts';
import { refuseCertified } from '../certificates/certificate-commands.ts';
import { enrol } from '../classes/enrolment-commands.ts';
import { refuseClosed } from '../guards/refuse-closed.ts';
import { enrolmentIn, mustGet, sessionsOfClass } from '../lookups.ts';
import { sealWalkInNote } from '../sealing/walk-in-notes.ts';
import { attendanceOf, refuseFuture, refusePresentElsewhere } from './mark-commands.ts';

/** Notes someone who attends without being registered. */
export const recordWalkIn = defineCommand({
  name: 'recordWalkIn',
  label: '登记临时学员',
  event: 'walkInRecorded',
  roles: whoTeaches,
  atClassroom: true,
  input: z.object({ sessionId: z.uuid(), name: personName, note: z.string().trim().max(100) }),
  async perform({ sessionId, name, note }, context) {
    const session = await mustGet(context.database, 'sessions', sessionId, '课次');
    refuseFuture(session, context.today);
    await refuseClosed(session.classId, context);
    const attendance = await attendanceOf(session, context);
    const id = context.newId();
    const walkIn = {
      id,
      name,
      note: sealWalkInNote(context.database.vault, sessionId, id, note),
      at: context.at,
      by: context.actor.name,
      learnerId: null,
    };
    await context.write.put('attendance', {
      ...attendance,
      walkIns: { ...attendance.walkIns, [id]: walkIn },
    });
    return id;
  },
});

export const removeWalkIn = defineCommand({
  name: 'removeWalkIn',
  label: '删除临时学员',
  event: 'walkInRemoved',
  roles: whoTeaches,
  atClassroom: true,
  input: z.object({ sessionId: z.uuid(), walkInId: z.uuid() }),
  async refuseUndo({ changes }, context) {
    for (const { key } of changes) {
      const { classId } = await mustGet(context.database, 'sessions', key, '课次');
      await refuseClosed(classId, context);
    }
  },
  async perform({ sessionId, walkInId }, context) {
    const session = await mustGet(context.database, 'sessions', sessionId, '课次');
    await refuseClosed(session.classId, context);
    const attendance = await attendanceOf(session, context);
    const { [walkInId]: _, ...walkIns } = attendance.walkIns;
    await context.write.put('attendance', { ...attendance, walkIns });
  },
});

/**
 * Says which learner a walk-in was: marks that learner present as of then and, if not yet in the
 * class, enrols from this session on. Sessions before it stay without a mark and without hours.
 */
export const matchWalkIn = defineCommand({
  name: 'matchWalkIn',
  label: '匹配临时学员',
  event: 'walkInMatched',
  roles: everybody,
  input: z.object({ sessionId: z.uuid(), walkInId: z.uuid(), learnerId: z.uuid() }),
  async perform({ sessionId, walkInId, learnerId }, context) {
    const { database, write } = context;
    const session = await mustGet(database, 'sessions', sessionId, '课次');
    const attendance = await attendanceOf(session, context);
    const walkIn = attendance.walkIns[walkInId];
    if (!walkIn) throw refusal('notFound', { what: '临时学员' });
    await refuseClosed(session.classId, context);
    await refuseCertified(session.classId, [learnerId], context);
    await refusePresentElsewhere(session, [learnerId], context);
    const sessions = await sessionsOfClass(database, session.classId);
    const joinedSessionId = sessions[0]?.id === sessionId ? null : sessionId;
    const enrolment = await enrolmentIn(database, session.classId, learnerId);
    if (!enrolment) await enrol(session.classId, [learnerId], joinedSessionId, context);
    else if (
      sessions.findIndex(({ id }) => id === enrolment.joinedSessionId) >
      sessions.findIndex(({ id }) => id === sessionId)
    ) {
      await write.put('enrolments', { ...enrolment, joinedSessionId });
    }
    const mark = {
      status: 'present' as const,
      at: walkIn.at,
      by: walkIn.by,
      note: `现场登记：${walkIn.name}`,
    };
    await write.put('attendance', {
      ...attendance,
      marks: { ...attendance.marks, [learnerId]: mark },
      walkIns: { ...attendance.walkIns, [walkInId]: { ...walkIn, learnerId } },
    });
  },
});
