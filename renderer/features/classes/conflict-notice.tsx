import { Alert, List } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { type SessionDetails, sessionDetails } from '../../../shared/domain/session.ts';
import { describeConflict } from '../../../shared/regulation/timetable-conflict.ts';
import { useDatabase } from '../../database/context.tsx';
import { findTimetableConflicts } from './conflicts.ts';

const shownConflicts = 6;

/** Says, before anything is saved, which trainer, place or learner sessions would need in two classes at once. */
export function ConflictNotice({
  classId,
  sessions,
}: {
  /** Null for a class not opened yet. */
  classId: string | null;
  sessions: readonly SessionDetails[];
}) {
  const { database } = useDatabase();
  const [settled] = useDebouncedValue(JSON.stringify(sessions), 200);
  const conflicts = useLiveQuery(async () => {
    const valid = sessions.filter((session) => sessionDetails.safeParse(session).success);
    const enrolments = classId
      ? await database.rows.enrolments.where('classId').equals(classId).toArray()
      : [];
    return findTimetableConflicts(database, { classId, sessions: valid, enrolments });
  }, [database, classId, settled]);
  if (!conflicts || conflicts.length === 0) return null;
  return (
    <Alert
      variant="outline"
      color="#b93815"
      icon={<IconAlertTriangle aria-hidden />}
      title={`${conflicts.length} 处冲突，解决之前不能保存`}
    >
      <List size="sm">
        {conflicts.slice(0, shownConflicts).map((conflict) => (
          <List.Item key={`${conflict.kind}${conflict.name}${describeConflict(conflict)}`}>
            {describeConflict(conflict)}
          </List.Item>
        ))}
      </List>
      {conflicts.length > shownConflicts && `等 ${conflicts.length} 处`}
    </Alert>
  );
}
