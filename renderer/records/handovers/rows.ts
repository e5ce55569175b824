import type { SessionAttendance } from '../../../shared/domain/teaching/attendance.ts';
import type { SessionClaims } from '../../../shared/domain/teaching/mark-claim.ts';
import { noClaims, resolveSlot, slotOf } from '../../../shared/regulation/mark-merge.ts';
import type { BaseDatabase } from '../../database/base-database.ts';

export interface SessionMarks {
  attendance: SessionAttendance;
  known: SessionClaims;
}

/** What is on record of a session and what other machines said of it. */
export async function readSessionMarks(
  { rows }: BaseDatabase,
  sessionId: string,
  classId: string,
): Promise<SessionMarks> {
  const [attendance, known] = await Promise.all([
    rows.attendance.get(sessionId),
    rows.markClaims.get(sessionId),
  ]);
  return {
    attendance: attendance ?? { sessionId, classId, marks: {}, walkIns: {} },
    known: known ?? noClaims(sessionId, classId),
  };
}

/** Where two machines say different things of a class, or of any, and nobody has decided yet. */
export async function openDisputes({ rows }: BaseDatabase, classId: string | null) {
  const claims = await (classId === null
    ? rows.markClaims.toArray()
    : rows.markClaims.where('classId').equals(classId).toArray());
  const attendance = await rows.attendance.bulkGet(claims.map(({ sessionId }) => sessionId));
  return claims.flatMap((known, at) =>
    Object.keys(known.claims).flatMap((learnerId) => {
      const resolved = resolveSlot(slotOf(attendance[at]?.marks ?? {}, known, learnerId));
      return resolved.disputing.length === 0
        ? []
        : [{ sessionId: known.sessionId, classId: known.classId, learnerId, ...resolved }];
    }),
  );
}
