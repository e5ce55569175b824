import { List } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useLiveQuery } from 'dexie-react-hooks';
import {
  describeSession,
  type SessionDetails,
  sessionDetails,
} from '../../../shared/domain/teaching/session.ts';
import { sessionsConflict } from '../../../shared/regulation/session-conflict.ts';
import { describeConflict } from '../../../shared/regulation/timetable-conflict.ts';
import { findTimetableConflicts } from '../../records/classes/conflicts.ts';
import { useRecords } from '../records-context.tsx';
import { Warning } from '../warning.tsx';

const shownConflicts = 6;

function withinClass(sessions: readonly SessionDetails[], own: readonly SessionDetails[]): string[] {
  return sessions.flatMap((session) => {
    const other = own.find((one) => sessionsConflict(session, one));
    return other ? [`${describeSession(session)} 与本班 ${describeSession(other)} 的课冲突`] : [];
  });
}

/** Says, before anything is saved, which trainer, place or learner sessions would need in two classes at once. */
export function ConflictNotice({
  classId,
  sessions,
  own,
}: {
  /** Null for a class not opened yet. */
  classId: string | null;
  sessions: readonly SessionDetails[];
  /** What the class has besides. */
  own: readonly SessionDetails[];
}) {
  const { database } = useRecords();
  const [settled] = useDebouncedValue(JSON.stringify([sessions, own]), 200);
  const conflicts = useLiveQuery(async () => {
    const valid = sessions.filter((session) => sessionDetails.safeParse(session).success);
    const enrolments = classId
      ? await database.rows.enrolments.where('classId').equals(classId).toArray()
      : [];
    const conflicts = await findTimetableConflicts(database, { classId, sessions: valid, enrolments });
    return [...withinClass(valid, own), ...conflicts.map(describeConflict)];
  }, [database, classId, settled]);
  if (!conflicts || conflicts.length === 0) return null;
  return (
    <Warning title={`${conflicts.length} 处冲突，解决之前不能保存`}>
      <List size="sm">
        {conflicts.slice(0, shownConflicts).map((conflict) => (
          <List.Item key={conflict}>{conflict}</List.Item>
        ))}
      </List>
      {conflicts.length > shownConflicts && `等 ${conflicts.length} 处`}
    </Warning>
  );
}
