import { Button, Checkbox, Group, Select, SimpleGrid, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconCash } from '@tabler/icons-react';
import { useState } from 'react';
import { sumFen } from '../../../shared/domain/money/charge.ts';
import type { FundSource } from '../../../shared/domain/money/fund-source.ts';
import { type Fen, formatFen } from '../../../shared/domain/money/money.ts';
import { type PaymentMethod, paymentMethods, type Receipt } from '../../../shared/domain/money/receipt.ts';
import { choices } from '../../components/choices.ts';
import { useToday } from '../../components/clock.tsx';
import { FenInput } from '../../components/fen-input.tsx';
import { FundSourceSelect } from '../../components/fund-source-select.tsx';
import { attempt } from '../../components/notify.ts';
import { PastDateInput } from '../../components/past-date-input.tsx';
import { useRecords } from '../../components/records-context.tsx';
import type { NamedCharge } from '../../records/fees/queries.ts';
import { receivePayment } from '../../records/fees/receipt-commands.ts';

export interface PaymentFormProps {
  /** What is still owed. */
  open: readonly NamedCharge[];
  /** Which of them are taken at first. */
  isTaken(charge: NamedCharge): boolean;
  partyName: string;
  /** The employer that pays; null where a person does. */
  employerId: string | null;
  onPaid(receipt: Receipt): void;
}

function amountsOf(charges: readonly NamedCharge[]): ReadonlyMap<string, Fen | null> {
  return new Map(charges.map(({ charge }) => [charge.id, charge.owedFen]));
}

/** Takes money for what is owed: all of it by Enter, or parts by amounts. */
export function PaymentForm({ open, isTaken, partyName, employerId, onPaid }: PaymentFormProps) {
  const { execute } = useRecords();
  const today = useToday();
  const [amounts, setAmounts] = useState(() => amountsOf(open.filter(isTaken)));
  const [date, setDate] = useState(today);
  const [method, setMethod] = useState<PaymentMethod>(employerId ? 'transfer' : 'cash');
  const [source, setSource] = useState<FundSource>(employerId ? 'employer' : 'learner');
  const [party, setParty] = useState(partyName);
  const [note, setNote] = useState('');
  const set = (id: string, fen: Fen | null | undefined) => {
    const next = new Map(amounts);
    if (fen === undefined) next.delete(id);
    else next.set(id, fen);
    setAmounts(next);
  };
  const isReadable = [...amounts.values()].every((fen) => fen !== null);
  const total = sumFen([...amounts.values()].map((fen) => fen ?? 0));
  const lines = [...amounts].map(([chargeId, fen]) => ({ chargeId, fen: fen ?? 0 }));
  const pay = () =>
    attempt(async () => {
      onPaid(
        await execute(receivePayment, { date, method, source, partyName: party, employerId, lines, note }),
      );
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void pay();
      }}
    >
      <Stack gap="sm">
        <Table aria-label="收款项目" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={36}>
                <Checkbox
                  aria-label="全部选中"
                  checked={amounts.size === open.length}
                  indeterminate={amounts.size > 0 && amounts.size < open.length}
                  onChange={(event) => setAmounts(event.currentTarget.checked ? amountsOf(open) : new Map())}
                />
              </Table.Th>
              {employerId && <Table.Th>学员</Table.Th>}
              <Table.Th>培训班、项目</Table.Th>
              <Table.Th ta="right" w={90}>
                欠
              </Table.Th>
              <Table.Th ta="right" w={130}>
                本次收
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {open.map(({ charge, learnerName, classTitle }) => (
              <Table.Tr key={charge.id}>
                <Table.Td>
                  <Checkbox
                    aria-label={`收 ${learnerName} ${charge.item.title}`}
                    checked={amounts.has(charge.id)}
                    onChange={(event) =>
                      set(charge.id, event.currentTarget.checked ? charge.owedFen : undefined)
                    }
                  />
                </Table.Td>
                {employerId && <Table.Td>{learnerName}</Table.Td>}
                <Table.Td>
                  {classTitle}　{charge.item.title}
                </Table.Td>
                <Table.Td ta="right">{formatFen(charge.owedFen)}</Table.Td>
                <Table.Td>
                  {amounts.has(charge.id) && (
                    <FenInput
                      label={`${learnerName} ${charge.item.title} 本次收`}
                      isLabelHidden
                      initialFen={charge.owedFen}
                      onChange={(fen) => set(charge.id, fen)}
                    />
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <SimpleGrid cols={3} spacing="sm">
          <Select
            label="方式"
            allowDeselect={false}
            data={choices(paymentMethods)}
            value={method}
            onChange={(value) => setMethod((value ?? 'cash') as PaymentMethod)}
          />
          <FundSourceSelect value={source} onChange={setSource} />
          <PastDateInput label="日期" value={date} onChange={setDate} />
        </SimpleGrid>
        <SimpleGrid cols={2} spacing="sm">
          <TextInput
            label="交款人"
            required
            value={party}
            onChange={(event) => setParty(event.currentTarget.value)}
          />
          <TextInput
            label="备注"
            placeholder="转账流水号等"
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </SimpleGrid>
        <Group justify="space-between">
          <Text fw={600}>合计 {formatFen(total)} 元</Text>
          <Button
            type="submit"
            // The account is read after its drawer has opened: whoever pays all presses Enter.
            autoFocus
            disabled={!isReadable || total === 0}
            leftSection={<IconCash size={16} aria-hidden />}
          >
            收款 {formatFen(total)} 元并出收据
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
