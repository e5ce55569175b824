import { useCallback, useRef, useState } from 'react';
import type { AttendanceStatus } from '../../../shared/domain/attendance.ts';
import { attempt } from '../../components/notify.ts';
import { useDatabase } from '../../database/context.tsx';
import type { BoardLearner } from './board-state.ts';
import { markAttendance } from './commands.ts';

interface Earlier {
  learnerId: string;
  status: AttendanceStatus | null;
  note: string;
}

export interface Marking {
  mark(learners: readonly BoardLearner[], status: AttendanceStatus | null): Promise<boolean>;
  undo(): Promise<boolean>;
  canUndo: boolean;
  /** Marks on their way to the disk. */
  pending: number;
}

/** Marks learners of one session, each act its own command, and takes acts back in their order. */
export function useMarking(sessionId: string): Marking {
  const { execute } = useDatabase();
  const acts = useRef<Earlier[][]>([]);
  const [depth, setDepth] = useState(0);
  const [pending, setPending] = useState(0);

  const send = useCallback(
    async (marks: Earlier[]) => {
      setPending((count) => count + 1);
      const done = await attempt(() => execute(markAttendance, { sessionId, marks }));
      setPending((count) => count - 1);
      return done;
    },
    [execute, sessionId],
  );
  const mark = useCallback(
    async (learners: readonly BoardLearner[], status: AttendanceStatus | null) => {
      const changing = learners.filter(
        ({ mark, notYetJoined }) => !notYetJoined && (mark?.status ?? null) !== status,
      );
      if (changing.length === 0) return true;
      const before = changing.map(({ learner, mark }) => ({
        learnerId: learner.id,
        status: mark?.status ?? null,
        note: mark?.note ?? '',
      }));
      const done = await send(changing.map(({ learner }) => ({ learnerId: learner.id, status, note: '' })));
      if (done) setDepth(acts.current.push(before));
      return done;
    },
    [send],
  );
  const undo = useCallback(async () => {
    const before = acts.current.at(-1);
    if (!before || !(await send(before))) return false;
    acts.current.pop();
    setDepth(acts.current.length);
    return true;
  }, [send]);
  return { mark, undo, canUndo: depth > 0, pending };
}
