import { Stack, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatFen } from '../../../shared/domain/money/money.ts';
import { shortSubject } from '../../../shared/domain/teaching/course.ts';
import { type PlanField, planSheet, planTemplate } from '../../../shared/exchange/plan/columns.ts';
import { judgePlan, type PlanVerdict } from '../../../shared/exchange/plan/verdicts.ts';
import type { FoundSheet } from '../../../shared/exchange/roster/header.ts';
import type { YearPlan } from '../../../shared/regulation/plan-progress.ts';
import { changesNeedReason } from '../../../shared/regulation/plan-progress.ts';
import { ImportPreview, rowStates } from '../../components/import-preview.tsx';
import { sayDone } from '../../components/notify.ts';
import type { RecordColumn } from '../../components/record-table.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { SheetPicker } from '../../components/sheets/sheet-picker.tsx';
import { importPlanLines } from '../../records/plan/plan-commands.ts';

const columns: RecordColumn<PlanVerdict>[] = [
  { key: 'title', header: '培训名称', width: 200, render: ({ title }) => title },
  {
    key: 'line',
    header: '内容',
    width: 300,
    render: (verdict) => {
      if (verdict.state === 'rejected') return '';
      const { subjectKind, hours, classes, people, feeFen } = verdict.line;
      return `${shortSubject(subjectKind)}，${hours} 学时，${classes} 期，${people} 人，${formatFen(feeFen)} 元`;
    },
  },
];

/** A yearly plan out of a sheet: every row's verdict first, then all good rows or none. */
export function PlanImport({
  year,
  found: { plan, lines },
  onDone,
}: {
  year: number;
  found: YearPlan;
  onDone(): void;
}) {
  const { execute } = useRecords();
  const [opened, setOpened] = useState<FoundSheet<PlanField> | null>(null);
  const [reason, setReason] = useState('');
  const needsReason = changesNeedReason(plan.state);
  const verdicts = useMemo(() => {
    const titles = new Set(lines.map(({ title }) => title));
    return opened ? judgePlan(opened.sheet, opened.header, { year, titles }) : [];
  }, [opened, year, lines]);
  if (!opened) {
    return (
      <SheetPicker
        kind={planSheet}
        wanted="“培训名称”和“学时”等"
        hint={`${year} 年的计划表格，每行一项；导入前会逐行检查给您看。`}
        template={{ name: '教学计划模板', sheet: '教学计划', rows: planTemplate }}
        onOpened={setOpened}
      />
    );
  }
  const rows = verdicts.flatMap((one) =>
    one.state === 'rejected' ? [] : [{ row: one.row, line: one.line }],
  );
  return (
    <Stack gap="sm" h="calc(100dvh - 96px)">
      {needsReason && (
        <TextInput
          label="改动原因"
          description="计划已经报批，补充的项目会连同原因留下"
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <ImportPreview
        label="教学计划预览"
        verdicts={verdicts}
        states={rowStates}
        columns={columns}
        remarkOf={(verdict) => (verdict.state === 'rejected' ? verdict.problems.join('；') : verdict.remark)}
        measure="项"
        obstacle={needsReason && reason.trim().length < 2 ? '请写明改动原因' : ''}
        take={async () => {
          const count = await execute(importPlanLines, { year, rows, reason });
          sayDone(`已导入 ${count} 项`);
          onDone();
        }}
      />
    </Stack>
  );
}
