import { Box } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import type { Session } from '../../../shared/domain/teaching/session.ts';
import type { FoundSheet } from '../../../shared/exchange/roster/header.ts';
import {
  type TimetableField,
  timetableSheet,
  timetableTemplate,
} from '../../../shared/exchange/timetable/columns.ts';
import { judgeTimetable, type TimetableVerdict } from '../../../shared/exchange/timetable/verdicts.ts';
import { describeConflict } from '../../../shared/regulation/timetable-conflict.ts';
import { ImportPreview, rowStates } from '../../components/import-preview.tsx';
import { sayDone } from '../../components/notify.ts';
import type { RecordColumn } from '../../components/record-table.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { SheetPicker } from '../../components/sheets/sheet-picker.tsx';
import type { BaseDatabase } from '../../records/access.ts';
import { findTimetableConflicts } from '../../records/classes/conflicts.ts';
import { addSessions } from '../../records/classes/session-commands.ts';

const columns: RecordColumn<TimetableVerdict>[] = [
  { key: 'when', header: '日期、时间', width: 205, render: ({ when }) => when },
  {
    key: 'what',
    header: '内容',
    width: 220,
    render: (verdict) =>
      verdict.state === 'rejected'
        ? ''
        : [verdict.session.topic, verdict.session.trainerName, verdict.session.place]
            .filter((text) => text !== '')
            .join('　'),
  },
];

/** The verdicts with those rejected that would need a trainer, place or learner of another class. */
async function againstOtherClasses(
  database: BaseDatabase,
  of: TrainingClass,
  verdicts: readonly TimetableVerdict[],
): Promise<TimetableVerdict[]> {
  const enrolments = await database.rows.enrolments.where('classId').equals(of.id).toArray();
  return Promise.all(
    verdicts.map(async (verdict): Promise<TimetableVerdict> => {
      if (verdict.state === 'rejected') return verdict;
      const sessions = [verdict.session];
      const conflicts = await findTimetableConflicts(database, { classId: of.id, sessions, enrolments });
      if (conflicts.length === 0) return verdict;
      const { row, when } = verdict;
      return { row, when, state: 'rejected', problems: conflicts.map(describeConflict) };
    }),
  );
}

/** A class's timetable out of a sheet: every row is judged, against other classes too, before any is taken. */
export function TimetableImport({
  of,
  existing,
  onDone,
}: {
  of: TrainingClass;
  existing: readonly Session[];
  onDone(): void;
}) {
  const { database, execute } = useRecords();
  const [opened, setOpened] = useState<FoundSheet<TimetableField> | null>(null);
  const course = useLiveQuery(() => database.rows.courses.get(of.courseId), [database, of.courseId]);
  const subjectKind = course?.subjectKind ?? 'professional';
  const read = useMemo(
    () => (opened ? judgeTimetable(opened.sheet, opened.header, { of, subjectKind, existing }) : []),
    [opened, of, subjectKind, existing],
  );
  const verdicts = useLiveQuery(() => againstOtherClasses(database, of, read), [database, of, read]);
  if (!opened) {
    return (
      <SheetPicker
        kind={timetableSheet}
        wanted="“日期”和“时间”"
        hint="每行一次课；与本班、与别的班（教师、教室、学员）的冲突在导入前逐行指出。"
        template={{ name: '课程表模板', sheet: '课程表', rows: timetableTemplate }}
        onOpened={setOpened}
      />
    );
  }
  const sessions = (verdicts ?? []).flatMap((one) => (one.state === 'good' ? [one.session] : []));
  return (
    <Box h="calc(100dvh - 96px)" style={{ display: 'flex', flexDirection: 'column' }}>
      <ImportPreview
        label="课程表预览"
        verdicts={verdicts ?? []}
        states={rowStates}
        columns={columns}
        remarkOf={(verdict) => (verdict.state === 'rejected' ? verdict.problems.join('；') : '')}
        measure="次"
        take={async () => {
          await execute(addSessions, { classId: of.id, sessions });
          sayDone(`已导入 ${sessions.length} 次课`);
          onDone();
        }}
      />
    </Box>
  );
}
