import { Button, Drawer, Group, Stack, Table, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { momentText } from '../../../shared/domain/base/civil-date.ts';
import { fundSources } from '../../../shared/domain/money/fund-source.ts';
import { formatFen } from '../../../shared/domain/money/money.ts';
import { paymentMethods, type Receipt } from '../../../shared/domain/money/receipt.ts';
import { useMay } from '../../components/actor-context.tsx';
import { AskReason } from '../../components/ask-reason.tsx';
import { FactsTable } from '../../components/facts-table.tsx';
import { sayDone } from '../../components/notify.ts';
import { RecordHistory } from '../../components/record-history.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useQuery } from '../../components/use-query.ts';
import { readRefunds } from '../../records/fees/queries.ts';
import { refundPayment, voidReceipt } from '../../records/fees/receipt-commands.ts';
import { RefundForm } from './refund-form.tsx';

/** The state of a receipt in a word. */
export function ReceiptState({ receipt }: { receipt: Receipt }) {
  if (receipt.voided) return <StateBadge tone="bad">已作废</StateBadge>;
  if (receipt.kind === 'refund') return <StateBadge tone="warning">退款</StateBadge>;
  return <StateBadge tone="good">收款</StateBadge>;
}

function factsOf({ number, date, method, source, partyName, note, at, by, voided }: Receipt) {
  return [
    ['编号', number],
    ['日期', date],
    ['交款人', partyName],
    ['方式', paymentMethods[method]],
    ['经费来源', fundSources[source]],
    ['备注', note || '—'],
    ['登记', `${momentText(at)} ${by}`],
    ...(voided ? [['作废', `${momentText(voided.at)} ${voided.by}：${voided.reason}`] as const] : []),
  ] as const;
}

function Lines({ receipt, refunds }: { receipt: Receipt; refunds: readonly Receipt[] }) {
  const refunded = refunds.flatMap(({ lines }) => lines);
  return (
    <Table aria-label="收据明细">
      <Table.Tbody>
        {receipt.lines.map(({ chargeId, learnerName, classTitle, itemTitle, fen }) => {
          const back = refunded
            .filter((line) => line.chargeId === chargeId)
            .reduce((sum, line) => sum + line.fen, 0);
          return (
            <Table.Tr key={chargeId}>
              <Table.Td>{learnerName}</Table.Td>
              <Table.Td>
                {classTitle}　{itemTitle}
              </Table.Td>
              <Table.Td ta="right">
                {formatFen(fen)}
                {back > 0 && `（已退 ${formatFen(back)}）`}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

/** One receipt: what it was for, printed again, refunded or made void. */
function ReceiptDetails({
  receipt,
  onPrint,
  onDone,
}: {
  receipt: Receipt;
  onPrint(receipt: Receipt): void;
  onDone(): void;
}) {
  const { execute } = useRecords();
  const mayVoid = useMay(voidReceipt);
  const mayRefund = useMay(refundPayment);
  const refunds = useQuery(readRefunds, receipt.id) ?? [];
  const [refunding, setRefunding] = useState(false);
  const isPayment = receipt.kind === 'payment' && receipt.voided === null;
  return (
    <Stack>
      <Group>
        <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => onPrint(receipt)}>
          打印收据
        </Button>
        {isPayment && mayRefund && (
          <Button variant="default" onClick={() => setRefunding(true)}>
            退款
          </Button>
        )}
      </Group>
      <FactsTable facts={factsOf(receipt)} />
      <Lines receipt={receipt} refunds={refunds} />
      <Text fw={600}>合计 {formatFen(receipt.totalFen)} 元</Text>
      {refunding && (
        <RefundForm
          payment={receipt}
          refunds={refunds}
          onRefunded={(refund) => {
            setRefunding(false);
            onPrint(refund);
          }}
        />
      )}
      {mayVoid && receipt.voided === null && (
        <AskReason
          act="作废"
          label="作废原因"
          description="编号保留，收款从各人账上退回；已退过款的收据不能作废"
          submit="作废收据"
          dangerous
          onReason={async (reason) => {
            await execute(voidReceipt, { id: receipt.id, reason });
            sayDone(`收据 ${receipt.number} 已作废`);
            onDone();
          }}
        />
      )}
      <RecordHistory table="receipts" recordKey={receipt.id} />
    </Stack>
  );
}

export function ReceiptDrawer({
  receipt,
  onPrint,
  onClose,
}: {
  receipt: Receipt | null;
  onPrint(receipt: Receipt): void;
  onClose(): void;
}) {
  return (
    <Drawer
      opened={receipt !== null}
      onClose={onClose}
      position="right"
      size={620}
      title={<Text fw={600}>收据 {receipt?.number}</Text>}
    >
      {receipt && <ReceiptDetails key={receipt.id} receipt={receipt} onPrint={onPrint} onDone={onClose} />}
    </Drawer>
  );
}
