import { Box } from '@mantine/core';
import { useMemo, useState } from 'react';
import { employments, origins, trainerKey } from '../../../shared/domain/people/trainer.ts';
import type { FoundSheet } from '../../../shared/exchange/roster/header.ts';
import {
  type TrainerField,
  trainerHeadings,
  trainerSheet,
} from '../../../shared/exchange/trainers/columns.ts';
import { judgeTrainers, type TrainerVerdict } from '../../../shared/exchange/trainers/verdicts.ts';
import { ImportPreview, rowStates } from '../../components/import-preview.tsx';
import { sayDone } from '../../components/notify.ts';
import type { RecordColumn } from '../../components/record-table.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { SheetPicker } from '../../components/sheets/sheet-picker.tsx';
import type { RosterLine } from '../../records/trainers/queries.ts';
import { importTrainers } from '../../records/trainers/roster-commands.ts';

const columns: RecordColumn<TrainerVerdict>[] = [
  { key: 'name', header: '姓名', width: 100, render: ({ name }) => name },
  {
    key: 'trainer',
    header: '内容',
    width: 340,
    render: (verdict) => {
      if (verdict.state === 'rejected') return '';
      const { employment, origin, person, fields } = verdict.trainer;
      return [
        employments[employment],
        origins[origin],
        person?.employerName,
        person?.title,
        fields.join('、'),
      ]
        .filter(Boolean)
        .join('，');
    },
  },
];

/** Trainers out of a sheet: every row's verdict first, then all good rows or none. */
export function TrainerImport({ roster, onDone }: { roster: readonly RosterLine[]; onDone(): void }) {
  const { execute } = useRecords();
  const [opened, setOpened] = useState<FoundSheet<TrainerField> | null>(null);
  const verdicts = useMemo(() => {
    const known = new Set(roster.map(({ trainer }) => trainerKey(trainer)));
    return opened ? judgeTrainers(opened.sheet, opened.header, known) : [];
  }, [opened, roster]);
  if (!opened) {
    return (
      <SheetPicker
        kind={trainerSheet}
        wanted="“姓名”和“工作单位”等"
        hint="教师名册，每行一人；导入前会逐行检查给您看。"
        template={{ name: '教师名册模板', sheet: '教师名册', rows: [trainerHeadings] }}
        onOpened={setOpened}
      />
    );
  }
  return (
    <Box h="calc(100dvh - 96px)" style={{ display: 'flex', flexDirection: 'column' }}>
      <ImportPreview
        label="教师名册预览"
        verdicts={verdicts}
        states={rowStates}
        columns={columns}
        remarkOf={(verdict) => (verdict.state === 'rejected' ? verdict.problems.join('；') : verdict.remark)}
        measure="人"
        take={async () => {
          const trainers = verdicts.flatMap((one) => (one.state === 'rejected' ? [] : [one.trainer]));
          const count = await execute(importTrainers, { trainers });
          sayDone(`已导入 ${count} 名教师`);
          onDone();
        }}
      />
    </Box>
  );
}
