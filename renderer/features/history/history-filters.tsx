import { Group, Select } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useLiveQuery } from 'dexie-react-hooks';
import { useRecords } from '../../components/records-context.tsx';
import { SearchField } from '../../components/search-field.tsx';
import type { HistoryFilter } from '../../records/history/queries.ts';

export interface HistoryFiltersProps {
  filter: HistoryFilter;
  record: string;
  onFilter(change: Partial<HistoryFilter>): void;
  onRecord(text: string): void;
}

const ends = { from: '从哪天', to: '到哪天' } as const;

/** Who, what, which record, when. */
export function HistoryFilters({ filter, record, onFilter, onRecord }: HistoryFiltersProps) {
  const { database, commands } = useRecords();
  const people = useLiveQuery(
    async () => (await database.rows.accounts.orderBy('name').toArray()).map(({ name }) => name),
    [database],
  );
  return (
    <Group mb="sm" gap="xs" align="flex-end">
      <SearchField label="按记录找" placeholder="学员、培训班、证书编号" value={record} onChange={onRecord} />
      <Select
        aria-label="谁"
        placeholder="谁"
        w={140}
        clearable
        data={people ?? []}
        value={filter.who}
        onChange={(who) => onFilter({ who })}
      />
      <Select
        aria-label="做了什么"
        placeholder="做了什么"
        w={160}
        clearable
        searchable
        data={[...commands.values()].map(({ name, label }) => ({ value: name, label }))}
        value={filter.command}
        onChange={(command) => onFilter({ command })}
      />
      {(['from', 'to'] as const).map((end) => (
        <DateInput
          key={end}
          aria-label={ends[end]}
          placeholder={ends[end]}
          valueFormat="YYYY-MM-DD"
          w={130}
          clearable
          value={filter[end]}
          onChange={(day) => onFilter({ [end]: day })}
        />
      ))}
    </Group>
  );
}
