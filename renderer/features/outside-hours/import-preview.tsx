import { useMemo } from 'react';
import { describeWay } from '../../../shared/domain/teaching/way.ts';
import type { OutsideField } from '../../../shared/exchange/outside-hours/columns.ts';
import {
  judgeOutsideHours,
  type OutsideKnowledge,
  type OutsideVerdict,
} from '../../../shared/exchange/outside-hours/verdicts.ts';
import type { FoundSheet } from '../../../shared/exchange/roster/header.ts';
import { ImportPreview, rowStates } from '../../components/import-preview.tsx';
import { sayDone } from '../../components/notify.ts';
import type { RecordColumn } from '../../components/record-table.tsx';
import { useRecords } from '../../components/records-context.tsx';
import type { StateTone } from '../../components/state-badge.tsx';
import { importOutsideEntries } from '../../records/outside-hours/outside-entry-commands.ts';

const states: Record<OutsideVerdict['state'], { tone: StateTone; label: string }> = {
  ...rowStates,
  unproven: { tone: 'waiting', label: '待补证明' },
};

const columns: RecordColumn<OutsideVerdict>[] = [
  { key: 'name', header: '姓名', width: 120, render: ({ name }) => name },
  {
    key: 'title',
    header: '内容',
    width: 240,
    render: (verdict) => (verdict.state === 'rejected' ? '' : verdict.entry.title),
  },
  {
    key: 'way',
    header: '科目或方式',
    width: 190,
    render: (verdict) => {
      if (verdict.state === 'rejected') return '';
      return verdict.entry.way === null ? '公需科目' : describeWay(verdict.entry.way);
    },
  },
  {
    key: 'hours',
    header: '学时',
    width: 60,
    align: 'right',
    render: (verdict) => (verdict.state === 'rejected' ? '' : verdict.entry.hours),
  },
];

export interface OpenedSheet {
  fileName: string;
  found: FoundSheet<OutsideField>;
  knowledge: OutsideKnowledge;
}

/** Every row's verdict before anything is written. */
export function OutsideImportPreview({ opened, onImported }: { opened: OpenedSheet; onImported(): void }) {
  const { execute } = useRecords();
  const { found, knowledge } = opened;
  const verdicts = useMemo(() => judgeOutsideHours(found.sheet, found.header, knowledge), [found, knowledge]);
  const rows = verdicts.flatMap((one) =>
    one.state === 'rejected' ? [] : [{ row: one.row, entry: one.entry }],
  );
  const rejected = verdicts.length - rows.length;
  return (
    <ImportPreview
      label="外部学时预览"
      verdicts={verdicts}
      states={states}
      columns={columns}
      remarkOf={(verdict) => (verdict.state === 'rejected' ? verdict.problems.join('；') : verdict.remark)}
      measure="条"
      take={async () => {
        const count = await execute(importOutsideEntries, { rows });
        sayDone(`已导入 ${count} 条${rejected > 0 ? `，${rejected} 行有误未导入` : ''}`);
        onImported();
      }}
    />
  );
}
