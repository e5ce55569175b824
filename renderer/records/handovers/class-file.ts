import { v7 as uuid } from 'uuid';
import type { Host } from '../../../shared/contract/host.ts';
import { hexOf } from '../../../shared/domain/base/hex.ts';
import type { Handover } from '../../../shared/domain/teaching/handover.ts';
import type { ClassFile, MarksFile } from '../../../shared/exchange/handover/class-file.ts';
import { markEntriesOf } from '../../../shared/exchange/handover/mark-entries.ts';
import type { BaseDatabase } from '../../database/base-database.ts';
import { mustGet, mustGetBase, sessionsOfClass } from '../lookups.ts';
import { openHandoverKey } from '../sealing/handover-keys.ts';
import { openLearner } from '../sealing/learner-rows.ts';
import { openWalkInNote } from '../sealing/walk-in-notes.ts';
import { receiveClass } from './receive-command.ts';

function newKey(): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(32)));
}

/** A class as it goes to another machine, with a new key for what comes back. @throws Refusal notFound, keysLocked */
export async function classFileOf(
  database: BaseDatabase,
  classId: string,
  from: string,
  madeAt: string,
): Promise<ClassFile> {
  const { rows, vault } = database;
  const [base, of] = await Promise.all([
    mustGetBase(database),
    mustGet(database, 'classes', classId, '培训班'),
  ]);
  const [course, sessions, enrolments, attendance] = await Promise.all([
    mustGet(database, 'courses', of.courseId, '课程'),
    sessionsOfClass(database, classId),
    rows.enrolments.where('classId').equals(classId).toArray(),
    rows.attendance.where('classId').equals(classId).toArray(),
  ]);
  const learners = await rows.learners.bulkGet(enrolments.map(({ learnerId }) => learnerId));
  return {
    format: 'jidi-class',
    version: 1,
    handoverId: uuid(),
    key: newKey(),
    from,
    madeAt,
    base: { profile: base.profile, settings: base.settings },
    course,
    trainingClass: of,
    sessions,
    enrolments,
    learners: learners.flatMap((row) => {
      if (!row) return [];
      const { id, number, name, sex, document } = openLearner(vault, row);
      return [{ id, number, name, sex, document }];
    }),
    attendance: attendance.map(({ sessionId, marks }) => ({ sessionId, marks })),
  };
}

/**
 * What was marked here since a class was received, from the journal itself.
 * @throws Refusal keysLocked
 */
export async function marksFileOf(
  database: BaseDatabase,
  handover: Handover & { machine: string },
  from: string,
  madeAt: string,
): Promise<MarksFile> {
  const { rows, vault } = database;
  const { id: handoverId, classId, machine } = handover;
  const entries = await rows.journal.orderBy('sequence').toArray();
  const attendance = await rows.attendance.where('classId').equals(classId).toArray();
  const own = markEntriesOf(entries, classId, []);
  const received = new Set(
    entries.filter(({ command }) => command === receiveClass.name).map(({ id }) => id),
  );
  return {
    format: 'jidi-marks',
    version: 1,
    handoverId,
    classId,
    machine,
    from,
    madeAt,
    entries: own.filter(({ id }) => !received.has(id)),
    walkIns: attendance.flatMap(({ sessionId, walkIns }) =>
      Object.values(walkIns).map(({ id, name, note, at, by }) => ({
        sessionId,
        id,
        name,
        note: openWalkInNote(vault, sessionId, { id, note }),
        at,
        by,
      })),
    ),
  };
}

/** A chosen file, or one of the shared folder. */
export interface HandoverSource {
  name: string;
  bytes: Uint8Array<ArrayBuffer> | null;
}

/** Opens a file of marks by the key of the handover it answers. @throws Refusal handoverForeign, handoverUnreadable */
export async function openMarksFile(
  database: BaseDatabase,
  host: Host,
  jobId: string,
  source: HandoverSource,
): Promise<MarksFile> {
  const handovers = await database.rows.handovers.toArray();
  const keys = Object.fromEntries(
    handovers
      .filter(({ machine }) => machine === null)
      .map((one) => [one.id, openHandoverKey(database.vault, one)]),
  );
  return host.handovers.openMarks({ jobId, source, keys });
}
