import { Button, Checkbox, Group, NumberInput, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { type Payer, payers, reducedFen, sumFen } from '../../../shared/domain/money/charge.ts';
import { type FeeItem, feeKey, feeUnits } from '../../../shared/domain/money/fee.ts';
import { formatFen } from '../../../shared/domain/money/money.ts';
import type { TrainingClass } from '../../../shared/domain/teaching/class.ts';
import { chargeableUnits } from '../../../shared/regulation/fees.ts';
import { choices } from '../../components/choices.ts';
import { useToday } from '../../components/clock.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { PastDateInput } from '../../components/past-date-input.tsx';
import { useRecords } from '../../components/records-context.tsx';
import { useQuery } from '../../components/use-query.ts';
import { readTimetable } from '../../records/classes/queries.ts';
import { chargeLearners } from '../../records/fees/charge-commands.ts';
import type { ClassAccount } from '../../records/fees/queries.ts';

/** Members who were not charged for an item, or whose charge was given up with its refund. */
function notCharged({ members }: ClassAccount, item: FeeItem): string[] {
  return members
    .filter(({ charges }) =>
      charges
        .filter((charge) => feeKey(charge.item) === feeKey(item))
        .every((charge) => charge.amountFen === reducedFen(charge, 'refund')),
    )
    .map(({ member }) => member.learner.id);
}

/** Charges everybody of a class who was not charged yet, item by item. */
export function ChargeForm({
  of,
  account,
  onDone,
}: {
  of: TrainingClass;
  account: ClassAccount;
  onDone(): void;
}) {
  const { execute } = useRecords();
  const today = useToday();
  const timetable = useQuery(readTimetable, of.id);
  const items = of.feeItems.filter(({ standardFen }) => standardFen > 0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(items.map(feeKey)));
  const [quantities, setQuantities] = useState<ReadonlyMap<string, number>>(new Map());
  const [payer, setPayer] = useState<Payer>(of.fundSource === 'employer' ? 'employer' : 'learner');
  const [date, setDate] = useState(today);
  const sessions = (timetable ?? []).map(({ session }) => session);
  const quantityOf = (item: FeeItem) =>
    quantities.get(feeKey(item)) ?? chargeableUnits(item.unit, sessions, of);
  const asked = items
    .filter((item) => chosen.has(feeKey(item)))
    .map((item) => ({ item, learnerIds: notCharged(account, item), quantity: quantityOf(item) }))
    .filter(({ learnerIds, quantity }) => learnerIds.length > 0 && quantity > 0);
  const total = sumFen(
    asked.map(({ item, learnerIds, quantity }) => item.standardFen * quantity * learnerIds.length),
  );
  const charge = () =>
    attempt(async () => {
      const lines = asked.flatMap(({ item: { kind, title, unit, standardFen }, learnerIds, quantity }) =>
        learnerIds.map((learnerId) => ({
          learnerId,
          line: { item: { kind, title, unit }, unitFen: standardFen, quantity },
        })),
      );
      // Those charged for the same items are charged together, so that it is one act, done or not.
      await execute(chargeLearners, {
        classId: of.id,
        payer,
        date,
        learners: [...Map.groupBy(lines, ({ learnerId }) => learnerId)].map(([learnerId, own]) => ({
          learnerId,
          items: own.map(({ line }) => line),
        })),
      });
      sayDone(`已计费 ${formatFen(total)} 元`);
      onDone();
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void charge();
      }}
    >
      <Stack gap="sm">
        <Table aria-label="计费项目">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>项目</Table.Th>
              <Table.Th ta="right">标准</Table.Th>
              <Table.Th w={120}>每人数量</Table.Th>
              <Table.Th ta="right">还没有计费</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((item) => (
              <Table.Tr key={feeKey(item)}>
                <Table.Td>
                  <Checkbox
                    label={item.title}
                    checked={chosen.has(feeKey(item))}
                    onChange={(event) => {
                      const next = new Set(chosen);
                      if (event.currentTarget.checked) next.add(feeKey(item));
                      else next.delete(feeKey(item));
                      setChosen(next);
                    }}
                  />
                </Table.Td>
                <Table.Td ta="right">
                  {formatFen(item.standardFen)} {feeUnits[item.unit]}
                </Table.Td>
                <Table.Td>
                  {item.unit === 'person' ? (
                    '1'
                  ) : (
                    <NumberInput
                      aria-label={`${item.title}每人数量`}
                      min={1}
                      allowDecimal={false}
                      value={quantityOf(item)}
                      onChange={(value) =>
                        setQuantities(new Map([...quantities, [feeKey(item), Number(value) || 0]]))
                      }
                    />
                  )}
                </Table.Td>
                <Table.Td ta="right">{notCharged(account, item).length} 人</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Group align="flex-end">
          <Stack gap={2}>
            <Text size="sm" fw={500}>
              谁付
            </Text>
            <SegmentedControl
              aria-label="谁付"
              value={payer}
              onChange={(value) => setPayer(value as Payer)}
              data={choices(payers)}
            />
          </Stack>
          <PastDateInput label="日期" width={140} value={date} onChange={setDate} />
        </Group>
        <Group justify="space-between">
          <Text fw={600}>共 {formatFen(total)} 元</Text>
          <Button type="submit" disabled={total === 0}>
            计费
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
