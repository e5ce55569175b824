import { Button, Fieldset, Group, NumberInput, Select, Text, TextInput } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { type FormEvent, useState } from 'react';
import { type BlankStock, blankNumber } from '../../../shared/domain/certificates/blank-stock.ts';
import type { PrintRun } from '../../../shared/domain/certificates/print-run.ts';
import { blankCounts, nextBlank } from '../../../shared/regulation/blank-stock.ts';
import { confirmPrintRun } from '../../records/certificates/print-run-commands.ts';
import { attempt, sayDone } from '../notify.ts';
import { useRecords } from '../records-context.tsx';

interface Blanks {
  stockId: string;
  from: number;
  spoiled: string;
}

function firstBlanks(stocks: readonly BlankStock[], stockId?: string): Blanks | null {
  const stock = stocks.find(({ id }) => (stockId ? id === stockId : true));
  return stock ? { stockId: stock.id, from: nextBlank(stock) ?? stock.first, spoiled: '' } : null;
}

/** The digits of blanks as they were typed, with or without what stands before them. */
function serialsOf(typed: string): number[] {
  return typed
    .split(/[\s,，、]+/)
    .filter((one) => one !== '')
    .map((one) => Number(one.replace(/^\D+/, '')))
    .filter(Number.isInteger);
}

function BlankFields({
  stocks,
  blanks,
  onChange,
}: {
  stocks: readonly BlankStock[];
  blanks: Blanks;
  onChange(blanks: Blanks | null): void;
}) {
  const stock = stocks.find(({ id }) => id === blanks.stockId);
  if (!stock) return null;
  return (
    <>
      {stocks.length > 1 && (
        <Select
          aria-label="哪批空白证书"
          w={190}
          allowDeselect={false}
          data={stocks.map((each) => ({
            value: each.id,
            label: `${blankNumber(each, each.first)} 起，剩 ${blankCounts(each).left}`,
          }))}
          value={blanks.stockId}
          onChange={(stockId) => stockId && onChange(firstBlanks(stocks, stockId))}
        />
      )}
      <NumberInput
        label="第一张用的空白编号"
        w={170}
        prefix={stock.prefix}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        value={blanks.from}
        onChange={(from) => typeof from === 'number' && onChange({ ...blanks, from })}
      />
      <TextInput
        label="打废的空白编号"
        placeholder="没有就空着，几个用空格隔开"
        w={230}
        value={blanks.spoiled}
        onChange={(event) => onChange({ ...blanks, spoiled: event.currentTarget.value })}
      />
    </>
  );
}

/** After printing: how many came out, and on which blanks. One Enter where all did. */
export function PrintRunForm({ run, onDone }: { run: PrintRun; onDone(): void }) {
  const { database, execute } = useRecords();
  const all = run.certificateIds.length;
  const [printed, setPrinted] = useState<number | string>(all);
  const [chosen, setChosen] = useState<Blanks | null>(null);
  const stocks = useLiveQuery(async () => {
    const known = run.onBlank ? await database.rows.blankStocks.toArray() : [];
    return known.filter((stock) => blankCounts(stock).left > 0);
  }, [database, run.onBlank]);
  if (!stocks) return null;
  const blanks = chosen ?? firstBlanks(stocks);
  const confirm = () =>
    attempt(async () => {
      const { left } = await execute(confirmPrintRun, {
        id: run.id,
        printed: Number(printed),
        blanks: blanks && {
          stockId: blanks.stockId,
          from: blanks.from,
          spoiled: serialsOf(blanks.spoiled),
        },
      });
      sayDone(
        left === 0
          ? `${all} 张都打好了，已记下`
          : `已记下打好 ${printed} 张，下次从第 ${Number(printed) + 1} 张接着打`,
      );
      onDone();
    });
  return (
    <Fieldset legend="打好了多少张" p="sm">
      <Group
        component="form"
        align="flex-end"
        gap="sm"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void confirm();
        }}
      >
        <NumberInput
          label="打好到第几张"
          w={120}
          min={run.printed}
          max={all}
          allowDecimal={false}
          suffix={` / ${all}`}
          data-autofocus
          autoFocus
          value={printed}
          onChange={setPrinted}
        />
        {blanks && <BlankFields stocks={stocks} blanks={blanks} onChange={setChosen} />}
        <Button type="submit">记下</Button>
        <Text size="sm" c="dimmed" flex={1} miw={180}>
          停在中间的填停下的那一张，以后从下一张接着打。
        </Text>
      </Group>
    </Fieldset>
  );
}
