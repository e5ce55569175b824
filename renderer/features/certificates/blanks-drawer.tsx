import {
  Button,
  Drawer,
  Fieldset,
  Group,
  NumberInput,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { schemaResolver, useForm } from '@mantine/form';
import { IconBan, IconPlus } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import {
  type BlankStock,
  blankDelivery,
  blankNumber,
} from '../../../shared/domain/certificates/blank-stock.ts';
import { blankCounts, nextBlank } from '../../../shared/regulation/blank-stock.ts';
import { useMay } from '../../components/actor-context.tsx';
import { useToday } from '../../components/clock.tsx';
import { ConfirmedButton } from '../../components/confirmed-button.tsx';
import { FactsTable } from '../../components/facts-table.tsx';
import { attempt, sayDone } from '../../components/notify.ts';
import { useRecords } from '../../components/records-context.tsx';
import { receiveBlanks, removeBlanks, spoilBlanks } from '../../records/certificates/blank-commands.ts';

function DeliveryForm({ onDone }: { onDone(): void }) {
  const { execute } = useRecords();
  const today = useToday();
  const form = useForm({
    initialValues: { prefix: '', digits: 6, first: 1, last: 500, receivedOn: today },
    validate: schemaResolver(blankDelivery, { sync: true }),
  });
  const save = (delivery: typeof form.values) =>
    attempt(async () => {
      const stock = await execute(receiveBlanks, delivery);
      sayDone(`已登记 ${blankCounts(stock).total} 张空白证书`);
      onDone();
    });
  const { prefix, digits, first, last } = form.values;
  return (
    <form onSubmit={form.onSubmit(save)}>
      <Fieldset legend="收到一批空白证书" p="sm">
        <Stack gap="xs">
          <SimpleGrid cols={2} spacing="xs">
            <TextInput label="编号前缀" placeholder="如 内A，没有就空着" {...form.getInputProps('prefix')} />
            <NumberInput
              label="数字位数"
              min={1}
              max={12}
              allowDecimal={false}
              {...form.getInputProps('digits')}
            />
            <NumberInput label="起号" min={0} allowDecimal={false} {...form.getInputProps('first')} />
            <NumberInput label="止号" min={0} allowDecimal={false} {...form.getInputProps('last')} />
          </SimpleGrid>
          <DateInput label="收到日期" valueFormat="YYYY-MM-DD" {...form.getInputProps('receivedOn')} />
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              {blankNumber(form.values, Number(first))} 至{' '}
              {blankNumber({ ...form.values, prefix, digits }, Number(last))}，
              {Math.max(0, Number(last) - Number(first) + 1)} 张
            </Text>
            <Group gap="xs">
              <Button variant="default" onClick={onDone}>
                取消
              </Button>
              <Button type="submit">登记</Button>
            </Group>
          </Group>
        </Stack>
      </Fieldset>
    </form>
  );
}

function SpoilForm({ stock, onDone }: { stock: BlankStock; onDone(): void }) {
  const { execute } = useRecords();
  const [serial, setSerial] = useState<number | string>(nextBlank(stock) ?? stock.first);
  const [reason, setReason] = useState('');
  const spoil = () =>
    attempt(async () => {
      await execute(spoilBlanks, { stockId: stock.id, serials: [Number(serial)], reason });
      sayDone(`${blankNumber(stock, Number(serial))} 已作废`);
      onDone();
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void spoil();
      }}
    >
      <Group align="flex-end" gap="xs">
        <NumberInput
          label="作废哪一号"
          w={150}
          prefix={stock.prefix}
          hideControls
          allowDecimal={false}
          autoFocus
          value={serial}
          onChange={setSerial}
        />
        <TextInput
          label="原因"
          flex={1}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" color="red.9">
          作废
        </Button>
      </Group>
    </form>
  );
}

function Stock({ stock }: { stock: BlankStock }) {
  const { execute } = useRecords();
  const mayRemove = useMay(removeBlanks);
  const [spoiling, setSpoiling] = useState(false);
  const { total, used, spoiled, left } = blankCounts(stock);
  const range = `${blankNumber(stock, stock.first)} 至 ${blankNumber(stock, stock.last)}`;
  const next = nextBlank(stock);
  return (
    <Fieldset legend={range} p="sm">
      <Stack gap="xs">
        <Text size="sm">
          {stock.receivedOn} 收到 {total} 张：已用 <b>{used}</b>，作废 <b>{spoiled}</b>，剩余 <b>{left}</b>
          {next !== null && `；下一张是 ${blankNumber(stock, next)}`}
        </Text>
        {spoiled > 0 && (
          <FactsTable
            facts={Object.entries(stock.spoiled).map(([serial, { reason, by }]): [string, string] => [
              blankNumber(stock, Number(serial)),
              `${reason}　${by}`,
            ])}
          />
        )}
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="subtle"
            color="red.9"
            disabled={left === 0}
            leftSection={<IconBan size={16} aria-hidden />}
            onClick={() => setSpoiling(!spoiling)}
          >
            有一张废了
          </Button>
          {mayRemove && used + spoiled === 0 && (
            <ConfirmedButton
              look="row"
              label="登记错了，删除"
              title={`删除 ${range} 的登记？`}
              consequence="这批还没有用过。删除后可以重新登记。"
              act="删除"
              perform={() => execute(removeBlanks, { id: stock.id })}
            />
          )}
        </Group>
        {spoiling && <SpoilForm stock={stock} onDone={() => setSpoiling(false)} />}
      </Stack>
    </Fieldset>
  );
}

/** The register of preprinted blanks: of each delivery, used, spoiled and left add up. */
export function BlanksDrawer({ opened, onClose }: { opened: boolean; onClose(): void }) {
  const { database } = useRecords();
  const [adding, setAdding] = useState(false);
  const stocks = useLiveQuery(() => database.rows.blankStocks.toArray(), [database]);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={560}
      title={<Text fw={600}>空白证书登记</Text>}
    >
      <Stack>
        {stocks?.length === 0 && !adding && (
          <Text size="sm">
            套打用的空白证书如果自带编号，在这里登记号段。打印后按顺序记下每张证书用的是哪一号，打废的也留有记录。
          </Text>
        )}
        {adding ? (
          <DeliveryForm onDone={() => setAdding(false)} />
        ) : (
          <Button
            variant={stocks?.length === 0 ? 'filled' : 'default'}
            style={{ alignSelf: 'flex-start' }}
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            登记一批
          </Button>
        )}
        {stocks?.map((stock) => (
          <Stock key={stock.id} stock={stock} />
        ))}
      </Stack>
    </Drawer>
  );
}
