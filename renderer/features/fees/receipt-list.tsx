import { Button, Group, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconFileSpreadsheet, IconReceipt } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDifference } from '../../../shared/domain/money/money.ts';
import { type Receipt, sumReceipts } from '../../../shared/domain/money/receipt.ts';
import { receiptRegister } from '../../../shared/papers/money/receipt-register.ts';
import { useToday } from '../../components/clock.tsx';
import { download } from '../../components/download.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { attempt } from '../../components/notify.ts';
import { RecordTable } from '../../components/record-table.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { useQuery } from '../../components/use-query.ts';
import { useHost } from '../../host/context.tsx';
import { readReceipts } from '../../records/fees/queries.ts';
import { receiptColumns } from './receipt-columns.tsx';

function matches({ number, partyName, lines }: Receipt, query: string): boolean {
  const wanted = query.trim();
  return [number, partyName, ...lines.map(({ learnerName }) => learnerName)].some((text) =>
    text.includes(wanted),
  );
}

/** The register of receipts of a span of days, this year's at first. */
export function ReceiptList({ onOpen }: { onOpen(receipt: Receipt): void }) {
  const { host } = useHost();
  const today = useToday();
  const [first, setFirst] = useState(`${today.slice(0, 4)}-01-01`);
  const [last, setLast] = useState(today);
  const [query, setQuery] = useState('');
  const receipts = useQuery(readReceipts, first, last);
  if (!receipts) return null;
  const shown = receipts.filter((receipt) => matches(receipt, query));
  const sum = sumReceipts(shown);
  const save = () =>
    attempt(async () => download(await host.sheets.write(receiptRegister(shown, first, last))));
  return (
    <>
      <Group mb="sm" align="flex-end">
        <SearchField label="搜索收据" placeholder="编号、交款人、学员" value={query} onChange={setQuery} />
        <DateInput
          label="从"
          w={130}
          valueFormat="YYYY-MM-DD"
          value={first}
          onChange={(value) => value && setFirst(value)}
        />
        <DateInput
          label="到"
          w={130}
          valueFormat="YYYY-MM-DD"
          value={last}
          onChange={(value) => value && setLast(value)}
        />
        <Text size="sm" c="dimmed" pb={8}>
          {sum.count} 张，净收 {formatDifference(sum.net)} 元
        </Text>
        <Button
          variant="default"
          disabled={shown.length === 0}
          leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
          onClick={save}
        >
          导出表格
        </Button>
      </Group>
      {shown.length === 0 ? (
        <EmptyState icon={IconReceipt} title="没有收据" hint="在“收款”里收第一笔钱，收据就在这里。" />
      ) : (
        <RecordTable
          label="收据登记簿"
          rows={shown}
          columns={receiptColumns}
          rowKey={({ id }) => id}
          onOpen={onOpen}
        />
      )}
    </>
  );
}
