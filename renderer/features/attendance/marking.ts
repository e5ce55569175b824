import { useCallback, useRef, useState } from 'react';
import type { AttendanceStatus } from '../../../shared/domain/teaching/attendance.ts';
import { attempt } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { type EarlierMark, markAttendance } from '../../records/attendance/mark-commands.ts';

export interface Marking {
  /** Marks one learner; answers whether it is on the disk. */
  mark(learnerId: string, status: AttendanceStatus | null): Promise<boolean>;
  /** Marks as present whoever of these has no mark yet. */
  markRest(learnerIds: readonly string[]): Promise<boolean>;
  undo(): Promise<boolean>;
  canUndo: boolean;
  /** Acts on their way to the disk. */
  pending: number;
}

/** Marks learners of one session, each act its own command, and takes acts back in their order. */
export function useMarking(sessionId: string): Marking {
  const { execute } = useRecords();
  const acts = useRef<EarlierMark[][]>([]);
  const [depth, setDepth] = useState(0);
  const [pending, setPending] = useState(0);

  const send = useCallback(async (act: () => Promise<void>) => {
    setPending((count) => count + 1);
    const done = await attempt(act);
    setPending((count) => count - 1);
    setDepth(acts.current.length);
    return done;
  }, []);
  const mark = useCallback(
    (learnerId: string, status: AttendanceStatus | null) =>
      send(async () => {
        acts.current.push(await execute(markAttendance, { sessionId, marks: [{ learnerId, status }] }));
      }),
    [execute, send, sessionId],
  );
  const markRest = useCallback(
    async (learnerIds: readonly string[]) => {
      if (learnerIds.length === 0) return true;
      const marks = learnerIds.map((learnerId) => ({ learnerId, status: 'present' as const }));
      return send(async () => {
        const changed = await execute(markAttendance, { sessionId, keepMarked: true, marks });
        if (changed.length > 0) acts.current.push(changed);
      });
    },
    [execute, send, sessionId],
  );
  const undo = useCallback(async () => {
    const earlier = acts.current.pop();
    if (!earlier) return false;
    const done = await send(async () => {
      await execute(markAttendance, { sessionId, marks: earlier });
    });
    if (!done) acts.current.push(earlier);
    return done;
  }, [execute, send, sessionId]);
  return { mark, markRest, undo, canUndo: depth > 0, pending };
}
