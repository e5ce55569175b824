import { Button, Group, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconPrinter, IconReceipt } from '@tabler/icons-react';
import { useState } from 'react';
import type { PrintedDocument } from '../../../shared/contract/printed-document.ts';
import { formatDifference } from '../../../shared/domain/money/money.ts';
import { paymentMethods, type Receipt, sumReceipts } from '../../../shared/domain/money/receipt.ts';
import { cashSheet, sumsByMethod } from '../../../shared/papers/money/cash-sheet.ts';
import { useToday } from '../../components/clock.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { attempt } from '../../components/notify.ts';
import { RecordTable } from '../../components/record-table.tsx';
import { useQuery } from '../../components/use-query.ts';
import { readBase } from '../../records/base/queries.ts';
import { readReceipts } from '../../records/fees/queries.ts';
import { receiptColumns } from './receipt-columns.tsx';

/** A day's receipts, and what is to be in the till at its end. */
export function DailySheet({
  onOpen,
  onPrint,
}: {
  onOpen(receipt: Receipt): void;
  onPrint(documents: PrintedDocument[]): Promise<void>;
}) {
  const today = useToday();
  const base = useQuery(readBase);
  const [date, setDate] = useState(today);
  const receipts = useQuery(readReceipts, date, date);
  if (!receipts || !base) return null;
  const methods = sumsByMethod(receipts).map(
    ({ method, net }) => `${paymentMethods[method]} ${formatDifference(net)}`,
  );
  return (
    <>
      <Group mb="sm" justify="space-between" align="flex-end">
        <Group align="flex-end">
          <DateInput
            label="日期"
            w={140}
            valueFormat="YYYY-MM-DD"
            maxDate={today}
            value={date}
            onChange={(value) => value && setDate(value)}
          />
          <Text pb={6}>
            {methods.join('　')}　<b>合计 {formatDifference(sumReceipts(receipts).net)} 元</b>
          </Text>
        </Group>
        <Button
          leftSection={<IconPrinter size={16} aria-hidden />}
          disabled={receipts.length === 0}
          onClick={() => attempt(() => onPrint([cashSheet(base.profile.name, date, receipts)]))}
        >
          打印日报表
        </Button>
      </Group>
      {receipts.length === 0 ? (
        <EmptyState icon={IconReceipt} title="这一天没有收款" hint="换一个日期，或在“收款”里收款。" />
      ) : (
        <RecordTable
          label="当日收据"
          rows={receipts}
          columns={receiptColumns}
          rowKey={({ id }) => id}
          onOpen={onOpen}
        />
      )}
    </>
  );
}
