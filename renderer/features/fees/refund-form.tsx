import { Button, Checkbox, Group, Paper, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { sumFen } from '../../../shared/domain/money/charge.ts';
import { type Fen, formatFen } from '../../../shared/domain/money/money.ts';
import { type PaymentMethod, paymentMethods, type Receipt } from '../../../shared/domain/money/receipt.ts';
import { choices } from '../../components/choices.ts';
import { useToday } from '../../components/clock.tsx';
import { FenInput } from '../../components/fen-input.tsx';
import { attempt } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { refundPayment } from '../../records/fees/receipt-commands.ts';

function leftOf(payment: Receipt, refunds: readonly Receipt[]): Map<string, Fen> {
  const left = new Map(payment.lines.map(({ chargeId, fen }) => [chargeId, fen]));
  for (const { chargeId, fen } of refunds.flatMap(({ lines }) => lines)) {
    left.set(chargeId, (left.get(chargeId) ?? 0) - fen);
  }
  return left;
}

/** Gives money of a payment back: the whole of what is left, or parts by amounts. */
export function RefundForm({
  payment,
  refunds,
  onRefunded,
}: {
  payment: Receipt;
  refunds: readonly Receipt[];
  onRefunded(refund: Receipt): void;
}) {
  const { execute } = useRecords();
  const today = useToday();
  const [left] = useState(() => leftOf(payment, refunds));
  const [amounts, setAmounts] = useState<ReadonlyMap<string, Fen | null>>(left);
  const [method, setMethod] = useState<PaymentMethod>(payment.method);
  const [reason, setReason] = useState('');
  const [isGivenUp, setGivenUp] = useState(true);
  const total = sumFen([...amounts.values()].map((fen) => fen ?? 0));
  const lines = [...amounts].flatMap(([chargeId, fen]) => (fen ? [{ chargeId, fen }] : []));
  const refund = () =>
    attempt(async () =>
      onRefunded(
        await execute(refundPayment, {
          receiptId: payment.id,
          date: today,
          method,
          lines,
          reason,
          isGivenUp,
        }),
      ),
    );
  return (
    <Paper withBorder p="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void refund();
        }}
      >
        <Stack gap="sm">
          <Table aria-label="退款项目">
            <Table.Tbody>
              {payment.lines.map(({ chargeId, learnerName, itemTitle }) => (
                <Table.Tr key={chargeId}>
                  <Table.Td>
                    {learnerName}　{itemTitle}　可退 {formatFen(left.get(chargeId) ?? 0)}
                  </Table.Td>
                  <Table.Td w={140}>
                    <FenInput
                      label={`${learnerName} ${itemTitle} 退`}
                      isLabelHidden
                      initialFen={left.get(chargeId) ?? 0}
                      onChange={(fen) => setAmounts(new Map([...amounts, [chargeId, fen]]))}
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <Group grow align="flex-start">
            <Select
              label="退款方式"
              allowDeselect={false}
              data={choices(paymentMethods)}
              value={method}
              onChange={(value) => setMethod((value ?? 'cash') as PaymentMethod)}
            />
            <TextInput
              label="退款原因"
              required
              autoFocus
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </Group>
          <Checkbox
            label="退款后不再收取"
            description="不选则这笔钱重新记为欠费"
            checked={isGivenUp}
            onChange={(event) => setGivenUp(event.currentTarget.checked)}
          />
          <Group justify="space-between">
            <Text fw={600}>退 {formatFen(total)} 元</Text>
            <Button type="submit" color="red.9" disabled={total === 0}>
              确认退款
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
