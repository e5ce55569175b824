import { Group, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCash, IconSearch } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { balanceOf } from '../../../shared/domain/money/charge.ts';
import { formatFen } from '../../../shared/domain/money/money.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { type RecordColumn, RecordTable } from '../../components/record-table.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useEmployerNames } from '../../components/use-employer-names.ts';
import { useQuery } from '../../components/use-query.ts';
import { type Owing, readOwing } from '../../records/fees/queries.ts';
import { findLearners } from '../../records/learners/queries.ts';
import type { AccountHolder } from './account-drawer.tsx';

const shownPeople = 50;

function columnsWith(employers: ReadonlyMap<string, string>): RecordColumn<Owing>[] {
  return [
    { key: 'name', header: '姓名', width: 140, render: ({ learner }) => learner.name },
    { key: 'lastFour', header: '尾号', width: 80, render: ({ learner }) => learner.lastFour },
    {
      key: 'employer',
      header: '单位',
      render: ({ learner }) => employers.get(learner.employerId ?? '') ?? '',
    },
    {
      key: 'items',
      header: '欠费项目',
      width: 260,
      render: ({ charges }) => charges.map(({ item }) => item.title).join('、'),
    },
    {
      key: 'owed',
      header: '欠（元）',
      width: 130,
      align: 'right',
      render: ({ charges }) =>
        charges.length > 0 ? (
          formatFen(balanceOf(charges).owedFen)
        ) : (
          <StateBadge tone="good">没有欠费</StateBadge>
        ),
    },
  ];
}

/**
 * Who owes, found by name at once; Enter opens the first.
 * @param find whom to look for at first
 */
export function CashierList({ find, onOpen }: { find: string; onOpen(holder: AccountHolder): void }) {
  const { database } = useRecords();
  const employers = useEmployerNames();
  const owing = useQuery(readOwing);
  const [query, setQuery] = useState(find);
  const [settled] = useDebouncedValue(query, 80);
  const found = useLiveQuery(
    () => (settled.trim() === '' ? null : findLearners(database, settled, shownPeople)),
    [database, settled],
  );
  if (!owing) return null;
  const byLearner = new Map(owing.map((one) => [one.learner.id, one]));
  const shown: Owing[] = found
    ? found.map((learner) => byLearner.get(learner.id) ?? { learner, charges: [] })
    : owing;
  const open = ({ learner: { id, name } }: Owing) => onOpen({ kind: 'learner', id, name });
  const owed = balanceOf(owing.flatMap(({ charges }) => charges)).owedFen;
  return (
    <>
      <Group mb="sm" justify="space-between">
        <TextInput
          w={420}
          size="md"
          autoFocus
          aria-label="找人收款"
          placeholder="姓名、拼音首字母、身份证尾号、单位，回车打开第一个"
          leftSection={<IconSearch size={18} aria-hidden />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            const [first] = shown;
            if (event.key === 'Enter' && first) open(first);
          }}
        />
        <Text size="sm" c="dimmed">
          {owing.length} 人欠费，共 {formatFen(owed)} 元
        </Text>
      </Group>
      {shown.length === 0 ? (
        <EmptyState
          icon={IconCash}
          title={found ? '没有找到' : '没有人欠费'}
          hint={
            found
              ? '换一个写法，或核对身份证尾号。'
              : '在培训班的“收费”页写好收费项目、公示之后“计费”，欠费的人就在这里。'
          }
        />
      ) : (
        <RecordTable
          label="欠费的人"
          rows={shown}
          columns={columnsWith(employers)}
          rowKey={({ learner }) => learner.id}
          onOpen={open}
        />
      )}
    </>
  );
}
