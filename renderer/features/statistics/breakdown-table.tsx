import { Box } from '@mantine/core';
import type { Breakdown, BreakdownRow } from '../../../shared/domain/base/statistics.ts';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';

export interface ComparedRow extends BreakdownRow {
  /** Person-times of the same row a year ago. */
  before: number;
}

/** Rows beside those of a year ago: of a month the same month. */
export function compared(
  breakdown: Breakdown,
  now: readonly BreakdownRow[],
  before: readonly BreakdownRow[],
): ComparedRow[] {
  const past = new Map(before.map((row) => [row.key, row.personTimes]));
  const keyThen = (key: string) =>
    breakdown === 'month' ? `${Number(key.slice(0, 4)) - 1}${key.slice(4)}` : key;
  return now.map((row) => ({ ...row, before: past.get(keyThen(row.key)) ?? 0 }));
}

function Bar({ value, most }: { value: number; most: number }) {
  return (
    <Box
      aria-hidden
      h={14}
      bg="indigo.6"
      style={{ width: `${most === 0 ? 0 : Math.round((value / most) * 100)}%`, minWidth: value > 0 ? 2 : 0 }}
    />
  );
}

function columnsWith(label: string, most: number, hasBefore: boolean): RecordColumn<ComparedRow>[] {
  return [
    { key: 'label', header: label, width: 260, render: (row) => row.label },
    { key: 'bar', header: '人次分布', render: ({ personTimes }) => <Bar value={personTimes} most={most} /> },
    { key: 'people', header: '人数', width: 90, align: 'right', render: ({ people }) => people },
    {
      key: 'personTimes',
      header: '人次',
      width: 90,
      align: 'right',
      render: ({ personTimes }) => personTimes,
    },
    { key: 'general', header: '公需学时', width: 100, align: 'right', render: (row) => row.generalHours },
    {
      key: 'professional',
      header: '专业学时',
      width: 100,
      align: 'right',
      render: (row) => row.professionalHours,
    },
    ...(hasBefore
      ? [
          {
            key: 'before',
            header: '去年同期人次',
            width: 130,
            align: 'right' as const,
            render: ({ before }: ComparedRow) => before,
          },
        ]
      : []),
  ];
}

export interface BreakdownTableProps {
  label: string;
  rows: readonly ComparedRow[];
  /** Classes have no counterpart a year ago. */
  hasBefore: boolean;
  onOpen(row: ComparedRow): void;
}

/** One breakdown as bars and figures; a row opens who is in it. */
export function BreakdownTable({ label, rows, hasBefore, onOpen }: BreakdownTableProps) {
  const most = Math.max(0, ...rows.map(({ personTimes }) => personTimes));
  return (
    <RecordTable
      label={`按${label}`}
      rows={rows}
      columns={columnsWith(label, most, hasBefore)}
      rowKey={({ key }) => key}
      rowHeight={34}
      onOpen={onOpen}
    />
  );
}
