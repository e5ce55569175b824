import {
  ActionIcon,
  Button,
  Group,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Table,
  TextInput,
  Title,
} from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import {
  type FundDirection,
  type FundEntry,
  fundDirections,
  type SpendingCategory,
  spendingCategories,
} from '../../../shared/domain/money/fund-entry.ts';
import { type FundSource, fundSources } from '../../../shared/domain/money/fund-source.ts';
import { formatDifference, formatFen } from '../../../shared/domain/money/money.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { refusal } from '../../../shared/refusals/index.ts';
import { classFunds } from '../../../shared/regulation/class-funds.ts';
import { choices } from '../../components/choices.ts';
import { useToday } from '../../components/clock.tsx';
import { FenInput, fenFormat } from '../../components/fen-input.tsx';
import { FundSourceSelect } from '../../components/fund-source-select.tsx';
import { attempt } from '../../components/notify.ts';
import { PastDateInput } from '../../components/past-date-input.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { sayDoneWithUndo } from '../../components/say-done-with-undo.tsx';
import { addFundEntry, removeFundEntry } from '../../records/fees/fund-commands.ts';
import type { ClassAccount } from '../../records/fees/queries.ts';

function SourceTable({ account }: { account: ClassAccount }) {
  const { bySource, total } = classFunds(account.charges, account.entries);
  const rows = [
    ...(Object.keys(fundSources) as FundSource[]).map((source) => ({
      name: fundSources[source],
      ...bySource[source],
    })),
    { name: '合计', ...total },
  ];
  return (
    <Table aria-label="按来源的收支">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>来源</Table.Th>
          <Table.Th ta="right">收费</Table.Th>
          <Table.Th ta="right">拨款资助</Table.Th>
          <Table.Th ta="right">支出</Table.Th>
          <Table.Th ta="right">结余</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ name, fees, grants, spending }) => (
          <Table.Tr key={name} fw={name === '合计' ? 600 : 400}>
            <Table.Td>{name}</Table.Td>
            <Table.Td ta="right">{formatFen(fees)}</Table.Td>
            <Table.Td ta="right">{formatFen(grants)}</Table.Td>
            <Table.Td ta="right">{formatFen(spending)}</Table.Td>
            <Table.Td ta="right">{formatDifference(fees + grants - spending)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Entries({ entries }: { entries: readonly FundEntry[] }) {
  const { execute } = useRecords();
  const remove = ({ id, at: _at, by: _by, ...details }: FundEntry) =>
    attempt(async () => {
      await execute(removeFundEntry, { id });
      sayDoneWithUndo('已删除一笔收支', () => execute(addFundEntry, details));
    });
  return (
    <Table aria-label="收支明细" verticalSpacing={4}>
      <Table.Tbody>
        {entries.map((entry) => (
          <Table.Tr key={entry.id}>
            <Table.Td>{entry.date}</Table.Td>
            <Table.Td>
              {entry.category ? spendingCategories[entry.category] : fundDirections[entry.direction]}
            </Table.Td>
            <Table.Td>{entry.party}</Table.Td>
            <Table.Td>{fundSources[entry.source]}</Table.Td>
            <Table.Td ta="right">
              {formatDifference(entry.direction === 'grant' ? entry.amountFen : -entry.amountFen)}
            </Table.Td>
            <Table.Td w={40}>
              <ActionIcon
                variant="subtle"
                color="red.9"
                aria-label={`删除 ${entry.date} ${entry.party}`}
                onClick={() => remove(entry)}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function EntryForm({ of }: { of: TrainingClass }) {
  const { execute } = useRecords();
  const today = useToday();
  const [direction, setDirection] = useState<FundDirection>('spending');
  const [category, setCategory] = useState<SpendingCategory>('trainers');
  const [source, setSource] = useState<FundSource>('government');
  const [date, setDate] = useState(today);
  const [amountFen, setAmountFen] = useState<number | null>(0);
  const [party, setParty] = useState('');
  const [note, setNote] = useState('');
  const [entered, setEntered] = useState(0);
  const save = () =>
    attempt(async () => {
      if (amountFen === null) throw refusal('badInput', { where: '金额', why: fenFormat });
      await execute(addFundEntry, {
        classId: of.id,
        direction,
        date,
        source,
        category: direction === 'spending' ? category : null,
        trainerId: null,
        amountFen,
        party,
        note,
      });
      setAmountFen(0);
      setParty('');
      setNote('');
      setEntered(entered + 1);
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="sm">
        <SegmentedControl
          aria-label="收入还是支出"
          value={direction}
          onChange={(value) => setDirection(value as FundDirection)}
          data={choices(fundDirections)}
        />
        <SimpleGrid cols={3} spacing="sm">
          {direction === 'spending' && (
            <Select
              label="用途"
              allowDeselect={false}
              data={choices(spendingCategories)}
              value={category}
              onChange={(value) => setCategory((value ?? 'other') as SpendingCategory)}
            />
          )}
          <FundSourceSelect value={source} onChange={setSource} />
          <PastDateInput label="收支日期" value={date} onChange={setDate} />
          <FenInput key={entered} label="金额（元）" initialFen={0} onChange={setAmountFen} />
          <TextInput
            label="对方单位或个人"
            required
            value={party}
            onChange={(event) => setParty(event.currentTarget.value)}
          />
          <TextInput label="摘要" value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        </SimpleGrid>
        <Group justify="flex-end">
          <Button type="submit">登记</Button>
        </Group>
      </Stack>
    </form>
  );
}

/** A class's income and spending by who bears it (第5、28条), and what makes them up. */
export function ClassFunds({ of, account }: { of: TrainingClass; account: ClassAccount }) {
  return (
    <Stack>
      <SourceTable account={account} />
      <Title order={2} size="h5">
        登记一笔
      </Title>
      <EntryForm of={of} />
      <Entries entries={account.entries} />
    </Stack>
  );
}
