import {
  Button,
  Fieldset,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  TextInput,
} from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { IconRuler2 } from '@tabler/icons-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { z } from 'zod';
import { rightPlace } from '../../../shared/contract/designs.ts';
import { desksOf } from '../../../shared/domain/certificates/number-block.ts';
import {
  type PrinterProfile,
  paperFlips,
  printerDetails,
  printPapers,
} from '../../../shared/domain/certificates/stored-design.ts';
import { correctionFor, measuredFrom } from '../../../shared/regulation/printer-calibration.ts';
import { readBase } from '../../records/base/queries.ts';
import { removePrinter, savePrinter } from '../../records/designs/design-commands.ts';
import { keepPrintChoice, printChoice } from '../../records/designs/print-means.ts';
import { choices } from '../choices.ts';
import { FormFooter } from '../form-footer.tsx';
import { attempt, sayDone } from '../notify.ts';
import { useRecords } from '../records-context.tsx';
import { useQuery } from '../use-query.ts';

/** A printer as a person measures it: on a sheet in the hand, not as factors. */
const measuredPrinter = z.object({
  name: printerDetails.shape.name,
  fromLeft: z.number().min(1, '请量一量').max(70),
  fromTop: z.number().min(1, '请量一量').max(70),
  across: z.number().min(91, '应在 91 到 111 毫米之间').max(111, '应在 91 到 111 毫米之间'),
  down: z.number().min(91, '应在 91 到 111 毫米之间').max(111, '应在 91 到 111 毫米之间'),
  paper: printerDetails.shape.paper,
  flip: printerDetails.shape.flip,
});
type MeasuredPrinter = z.infer<typeof measuredPrinter>;

function measuredOf(printer: PrinterProfile | null): MeasuredPrinter {
  if (!printer) return { name: '', ...measuredFrom(rightPlace), paper: 'own', flip: 'longEdge' };
  const { name, paper, flip } = printer;
  return { name, ...measuredFrom(printer), paper, flip };
}

/** What is measured on the sheet, and what it would be where the printer were not off, in millimetres. */
const measured = [
  { field: 'fromLeft', label: '左上角十字离左边（毫米）', nominal: 20 },
  { field: 'fromTop', label: '左上角十字离上边（毫米）', nominal: 20 },
  { field: 'across', label: '横标尺长（毫米）', nominal: 100 },
  { field: 'down', label: '竖标尺长（毫米）', nominal: 100 },
] as const;

function PrinterForm({
  printer,
  onDone,
}: {
  printer: PrinterProfile | null;
  onDone(id: string | null): void;
}) {
  const { execute } = useRecords();
  const form = useForm<MeasuredPrinter>({
    initialValues: measuredOf(printer),
    validate: schemaResolver(measuredPrinter, { sync: true }),
  });
  const save = ({ name, paper, flip, ...lengths }: MeasuredPrinter) =>
    attempt(async () => {
      const details = { name, paper, flip, ...correctionFor(lengths) };
      const saved = await execute(savePrinter, { ...details, id: printer?.id ?? null });
      sayDone(`“${saved.name}”的校准已保存`);
      onDone(saved.id);
    });
  return (
    <form onSubmit={form.onSubmit(save)}>
      <Fieldset legend={printer ? printer.name : '新的打印机'} p="sm">
        <Stack gap="xs">
          <TextInput label="打印机名称" required {...form.getInputProps('name')} />
          <SimpleGrid cols={2} spacing="xs">
            {measured.map(({ field, label, nominal }) => (
              <NumberInput
                key={field}
                label={label}
                description={`应是 ${nominal}`}
                step={0.5}
                decimalScale={1}
                {...form.getInputProps(field)}
              />
            ))}
            <Select
              label="用多大的纸"
              allowDeselect={false}
              data={choices(printPapers)}
              {...form.getInputProps('paper')}
            />
            <Select
              label="双面打印"
              description="样式有反面时"
              allowDeselect={false}
              data={choices(paperFlips)}
              {...form.getInputProps('flip')}
            />
          </SimpleGrid>
          <FormFooter
            submit="保存校准"
            {...(printer && {
              removal: {
                title: `删除“${printer.name}”的校准？`,
                consequence: '删除后这台打印机按没有偏差打印。',
                perform: async () => {
                  await execute(removePrinter, { id: printer.id });
                  onDone(null);
                },
              },
            })}
          />
        </Stack>
      </Fieldset>
    </form>
  );
}

/** How this desk prints: on which printer, how it is off, and whether on preprinted paper. */
export function PrintersPanel({ onCalibrate }: { onCalibrate(): void }) {
  const { database } = useRecords();
  const base = useQuery(readBase);
  const [choice, setChoice] = useState(printChoice);
  const [editing, setEditing] = useState(false);
  const printers = useLiveQuery(() => database.rows.printers.toArray(), [database]);
  if (!printers || !base) return null;
  const desks = desksOf(base.settings.numberBlocks);
  const choose = (next: typeof choice) => {
    keepPrintChoice(next);
    setChoice(next);
  };
  const chosen = printers.find(({ id }) => id === choice.printerId) ?? null;
  return (
    <>
      <Text size="sm">
        先打一张校准页（打印时选“实际大小”），用尺量十字离纸边多远、标尺有多长，把量到的填在这里，以后打印时自动补回来。只管这台电脑旁边的打印机。
      </Text>
      <Group>
        <Button leftSection={<IconRuler2 size={16} aria-hidden />} onClick={onCalibrate}>
          打印校准页
        </Button>
      </Group>
      <Group align="flex-end" wrap="nowrap">
        <Select
          label="这台电脑用"
          flex={1}
          placeholder="没有校准"
          clearable
          data={printers.map(({ id, name }) => ({ value: id, label: name }))}
          value={choice.printerId}
          onChange={(printerId) => choose({ ...choice, printerId })}
        />
        <Button variant="default" onClick={() => setEditing(true)}>
          新的打印机
        </Button>
      </Group>
      <Switch
        label="套打：纸上已经印好的不再印"
        checked={choice.onBlank}
        onChange={(event) => choose({ ...choice, onBlank: event.currentTarget.checked })}
      />
      {desks.length > 0 && (
        <Select
          label="这台电脑是哪个窗口"
          description="发证时从这个窗口的编号段取号"
          placeholder="还没有选，不能发证"
          clearable
          data={desks}
          value={choice.desk}
          onChange={(desk) => choose({ ...choice, desk })}
        />
      )}
      {(editing || chosen) && (
        <PrinterForm
          key={editing ? 'new' : chosen?.id}
          printer={editing ? null : chosen}
          onDone={(printerId) => {
            setEditing(false);
            choose({ ...choice, printerId });
          }}
        />
      )}
    </>
  );
}
