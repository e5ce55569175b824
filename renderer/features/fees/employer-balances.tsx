import { IconBuilding } from '@tabler/icons-react';
import { balanceOf, type Charge } from '../../../shared/domain/money/charge.ts';
import { formatFen } from '../../../shared/domain/money/money.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { useEmployerNames } from '../../components/use-employer-names.ts';
import { useQuery } from '../../components/use-query.ts';
import { readOwing } from '../../records/fees/queries.ts';
import type { AccountHolder } from './account-drawer.tsx';

interface EmployerOwing {
  id: string;
  name: string;
  people: number;
  byEmployer: Charge[];
  byLearners: Charge[];
}

const columns: RecordColumn<EmployerOwing>[] = [
  { key: 'name', header: '单位', render: ({ name }) => name },
  { key: 'people', header: '欠费人数', width: 100, align: 'right', render: ({ people }) => people },
  {
    key: 'byEmployer',
    header: '单位应付未付',
    width: 150,
    align: 'right',
    render: ({ byEmployer }) => formatFen(balanceOf(byEmployer).owedFen),
  },
  {
    key: 'byLearners',
    header: '个人应付未付',
    width: 150,
    align: 'right',
    render: ({ byLearners }) => formatFen(balanceOf(byLearners).owedFen),
  },
];

/** Employers whose people still owe; one is opened to take its bulk payment. */
export function EmployerBalances({ onOpen }: { onOpen(holder: AccountHolder): void }) {
  const names = useEmployerNames();
  const owing = useQuery(readOwing);
  if (!owing) return null;
  const charges = owing.flatMap((one) => one.charges).filter(({ employerId }) => employerId !== null);
  const rows = [...Map.groupBy(charges, ({ employerId }) => employerId ?? '')].map(
    ([id, ofEmployer]): EmployerOwing => ({
      id,
      name: names.get(id) ?? '',
      people: new Set(ofEmployer.map(({ learnerId }) => learnerId)).size,
      byEmployer: ofEmployer.filter(({ payer }) => payer === 'employer'),
      byLearners: ofEmployer.filter(({ payer }) => payer === 'learner'),
    }),
  );
  rows.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={IconBuilding}
        title="没有单位欠费"
        hint="计费时选“单位”付，单位的应付款就在这里，一笔转账可以结清多人。"
      />
    );
  }
  return (
    <RecordTable
      label="欠费的单位"
      rows={rows}
      columns={columns}
      rowKey={({ id }) => id}
      onOpen={({ id, name }) => onOpen({ kind: 'employer', id, name })}
    />
  );
}
